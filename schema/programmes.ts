import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { Policy } from '../worker/domain/programmes.ts'
import { id, instant, json } from './columns.ts'

export const programmes = sqliteTable('programmes', {
  id: id('id', 'prg').primaryKey().notNull(),
  name: text('name').notNull(),
  shortName: text('short_name').notNull(),
  policy: json<Policy>('policy').notNull(),
  createdAt: instant('created_at').notNull(),
})
