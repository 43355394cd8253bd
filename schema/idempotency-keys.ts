import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { id, instantColumn } from './columns.ts'

export const idempotencyKeys = sqliteTable('idempotency_keys', {
  id: text('id').primaryKey().notNull(),
  fingerprint: text('fingerprint').notNull(),
  madeAt: instantColumn('made_at').notNull(),
  /** The id of the session that the request created or found. */
  made: id('made', 'ses'),
})
