import { sqliteTable } from 'drizzle-orm/sqlite-core'

import { id, instantColumn } from './columns.ts'

/** The people who run the installation. Owner is no role in a programme. */
export const owners = sqliteTable('owners', {
  personId: id('person_id', 'per').primaryKey().notNull(),
  since: instantColumn('since').notNull(),
})
