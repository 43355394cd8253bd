import { integer, sqliteTable } from 'drizzle-orm/sqlite-core'

import type { AlertCode } from '../worker/domain/clock/alert.ts'
import { instantColumn, json } from './columns.ts'

/** One row: what whoever runs the installation was told last of its health. */
export const alerted = sqliteTable('alerted', {
  id: integer('id').primaryKey().notNull(),
  /** Empty: all is well. */
  codes: json<readonly AlertCode[]>('codes').notNull(),
  /** When it turned bad. */
  since: instantColumn('since'),
  toldAt: instantColumn('told_at').notNull(),
})
