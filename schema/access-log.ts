import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { id, instantColumn } from './columns.ts'

export const accessLog = sqliteTable('access_log', {
  id: integer('id').primaryKey({ autoIncrement: true }).notNull(),
  at: instantColumn('at').notNull(),
  actorId: id('actor_id', 'per').notNull(),
  role: text('role').notNull(),
  subjectId: id('subject_id', 'per').notNull(),
  route: text('route').notNull(),
})
