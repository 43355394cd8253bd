import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { PersonId } from '../worker/domain/ids.ts'
import { instantColumn, json } from './columns.ts'

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
  /** The last code that may be about us or about its reader. */
  refusedAs: text('refused_as'),
  /** The different readers in a row who got it. */
  refusedReaders: json<readonly PersonId[]>('refused_readers').notNull().default([]),
})
