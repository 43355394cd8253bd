import { integer, sqliteTable } from 'drizzle-orm/sqlite-core'

import type { AlertCode, Bad } from '../worker/domain/clock/alert.ts'
import { instantColumn, json } from './columns.ts'

/** One row: what whoever runs the installation was told last of its health. */
export const alerted = sqliteTable('alerted', {
  id: integer('id').primaryKey().notNull(),
  /** What webhooks were told; empty: all is well. */
  codes: json<readonly AlertCode[]>('codes').notNull(),
  /** When it turned bad. */
  since: instantColumn('since'),
  toldAt: instantColumn('told_at').notNull(),
  /** Optimistic lock: of two ticks that see the same, one tells it. */
  version: integer('version').notNull().default(0),
  /** What is bad as the last tick left it, each since when. */
  bad: json<readonly Bad[]>('bad').notNull().default([]),
  /** When the last mail about what is bad was written. */
  mailedAt: instantColumn('mailed_at'),
  /** When the first mail was written about what no other has called mended yet. */
  mailedSince: instantColumn('mailed_since'),
  /** What the last mail called bad; empty: nothing, or it was mended. */
  mailedCodes: json<readonly AlertCode[]>('mailed_codes').notNull().default([]),
})
