import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { instantColumn } from './columns.ts'

/** One row: whether our sending works. */
export const sending = sqliteTable('sending', {
  id: integer('id').primaryKey().notNull(),
  stoppedAt: instantColumn('stopped_at'),
  /** Failures of our sending in a row. */
  failures: integer('failures').notNull().default(0),
  /** Tries since it was stopped. */
  tries: integer('tries').notNull().default(0),
  nextTryAt: instantColumn('next_try_at'),
  /** The last failure, as a code. */
  error: text('error'),
  errorAt: instantColumn('error_at'),
})
