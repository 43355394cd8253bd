import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { EventCode, EventDetail, EventDoor } from '../worker/domain/events.ts'
import { id, instantColumn, json, word } from './columns.ts'

export const events = sqliteTable(
  'events',
  {
    subject: text('subject').notNull(),
    version: integer('version').notNull(),
    at: instantColumn('at').notNull(),
    actorId: id('actor_id', 'per'),
    door: word<EventDoor>('door').notNull(),
    code: word<EventCode>('code').notNull(),
    detail: json<EventDetail>('detail').notNull(),
  },
  (table) => [primaryKey({ columns: [table.subject, table.version] })],
)

/** Why a human overrode a rule. The words are in a table of their own so that they can be purged. */
export const reasons = sqliteTable(
  'reasons',
  {
    subject: text('subject').notNull(),
    version: integer('version').notNull(),
    words: text('words').notNull(),
  },
  (table) => [primaryKey({ columns: [table.subject, table.version] })],
)
