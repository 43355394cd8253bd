import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { instantColumn } from './columns.ts'

/** The access log's hash chain: a row for each seal. */
export const seals = sqliteTable('seals', {
  upToId: integer('up_to_id').primaryKey().notNull(),
  /** Hash of the rows since the previous seal and of that seal's head. */
  head: text('head').notNull(),
  at: instantColumn('at').notNull(),
  /** Rows of the log with this id or a lower one may be deleted. */
  purgeableBelow: integer('purgeable_below').notNull().default(0),
})
