import { sqliteTable } from 'drizzle-orm/sqlite-core'

import { id, instantColumn } from './columns.ts'

export const guideReads = sqliteTable('guide_reads', {
  personId: id('person_id', 'per').primaryKey().notNull(),
  readAt: instantColumn('read_at').notNull(),
})
