import { integer, sqliteTable } from 'drizzle-orm/sqlite-core'

import type { Checked } from '../worker/domain/fsck/check.ts'
import { instantColumn, json } from './columns.ts'

/** One row: what the nightly check of the invariants found. */
export const checked = sqliteTable('checked', {
  id: integer('id').primaryKey().notNull(),
  at: instantColumn('at').notNull(),
  broken: json<Checked['broken']>('broken').notNull(),
})
