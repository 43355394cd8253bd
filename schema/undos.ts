import { integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core'

import type { SessionEventCode } from '../worker/domain/events.ts'
import type { LetterId } from '../worker/domain/ids.ts'
import type { Undoable } from '../worker/domain/undo/undoable.ts'
import { flag, id, instantColumn, json, word } from './columns.ts'

/** Presses of managers whose letters wait, for an hour at most after they have left. */
export const undos = sqliteTable(
  'undos',
  {
    sessionId: id('session_id', 'ses').notNull(),
    version: integer('version').notNull(),
    act: word<SessionEventCode>('act').notNull(),
    byId: id('by_id', 'per').notNull(),
    at: instantColumn('at').notNull(),
    untilAt: instantColumn('until_at').notNull(),
    before: json<Undoable['before']>('before').notNull(),
    letters: json<readonly LetterId[]>('letters').notNull(),
    undone: flag('undone').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.version] })],
)
