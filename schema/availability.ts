import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { DateException, WeeklyWindow } from '../worker/domain/people/person.ts'
import { id, instantColumn, json } from './columns.ts'

export const availability = sqliteTable('availability', {
  personId: id('person_id', 'per').primaryKey().notNull(),
  zone: text('zone').notNull(),
  weekly: json<readonly WeeklyWindow[]>('weekly').notNull(),
  exceptions: json<readonly DateException[]>('exceptions').notNull(),
})

export const diaries = sqliteTable('diaries', {
  personId: id('person_id', 'per').primaryKey().notNull(),
  version: integer('version').notNull().default(0),
})

export const claims = sqliteTable(
  'claims',
  {
    personId: id('person_id', 'per').notNull(),
    startsAt: instantColumn('starts_at').notNull(),
    endsAt: instantColumn('ends_at').notNull(),
    sessionId: id('session_id', 'ses').notNull(),
    heldUntil: instantColumn('held_until'),
  },
  (table) => [primaryKey({ columns: [table.personId, table.startsAt, table.sessionId] })],
)
