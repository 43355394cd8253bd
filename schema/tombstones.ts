import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { ProgrammeId } from '../worker/domain/ids.ts'
import { id, instantColumn } from './columns.ts'

/** Who was erased, or is to be: no name, so that a restored backup can be put right. */
export const tombstones = sqliteTable(
  'tombstones',
  {
    personId: id('person_id', 'per').notNull(),
    /** Empty: of the whole installation. */
    programmeId: text('programme_id').$type<ProgrammeId | ''>().notNull().default(''),
    /** When it was asked for. */
    at: instantColumn('at').notNull(),
    /** Null: by the command. */
    byId: id('by_id', 'per'),
    erasedAt: instantColumn('erased_at'),
  },
  (table) => [primaryKey({ columns: [table.personId, table.programmeId] })],
)
