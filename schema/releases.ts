import { primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core'

import type { Standings } from '../worker/domain/report/figures.ts'
import { id, instantColumn, json } from './columns.ts'

/** What a sponsor reads of a programme: figures, and nothing about a person. */
export const releases = sqliteTable(
  'releases',
  {
    programmeId: id('programme_id', 'prg').notNull(),
    at: instantColumn('at').notNull(),
    figures: json<Standings>('figures').notNull(),
  },
  (table) => [primaryKey({ columns: [table.programmeId, table.at] })],
)
