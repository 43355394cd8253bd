import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { Policy, ProgrammeStatus } from '../worker/domain/programme/programme.ts'
import { id, instantColumn, json, word } from './columns.ts'

export const programmes = sqliteTable('programmes', {
  id: id('id', 'prg').primaryKey().notNull(),
  name: text('name').notNull(),
  shortName: text('short_name').notNull(),
  policy: json<Policy>('policy').notNull(),
  createdAt: instantColumn('created_at').notNull(),
  status: word<ProgrammeStatus>('status').notNull().default('open'),
  endsOn: text('ends_on'),
  closedAt: instantColumn('closed_at'),
  purgeOn: text('purge_on'),
  purgedAt: instantColumn('purged_at'),
  version: integer('version').notNull().default(1),
})
