import { integer, real, sqliteTable } from 'drizzle-orm/sqlite-core'

import { id } from './columns.ts'

/** What is kept of a closed programme: numbers, and nothing about a person. */
export const totals = sqliteTable('totals', {
  programmeId: id('programme_id', 'prg').primaryKey().notNull(),
  fixed: integer('fixed').notNull(),
  held: integer('held').notNull(),
  minutes: integer('minutes').notNull(),
  medianDays: real('median_days'),
  bumps: integer('bumps').notNull(),
  executives: integer('executives').notNull(),
  scale: integer('scale').notNull(),
  align: integer('align').notNull(),
  filters: integer('filters').notNull(),
  doneByBoth: integer('done_by_both'),
})
