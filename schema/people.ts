import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { Locale, Role } from '../worker/domain/people/person.ts'
import { id, instantColumn, word } from './columns.ts'

export const people = sqliteTable('people', {
  id: id('id', 'per').primaryKey().notNull(),
  /** The person's own name, used where no programme is known. Each programme has its own in `members`. */
  name: text('name').notNull(),
  email: text('email').notNull(),
  zone: text('zone').notNull(),
  locale: word<Locale>('locale').notNull(),
  /** The hash of the secret address; of a row that no night has sealed yet, the address itself. */
  replyAddress: text('reply_address').notNull(),
  createdAt: instantColumn('created_at').notNull(),
  version: integer('version').notNull().default(1),
  replySealed: text('reply_sealed'),
})

export const addresses = sqliteTable('addresses', {
  address: text('address').primaryKey().notNull(),
  personId: id('person_id', 'per').notNull(),
})

export const memberships = sqliteTable(
  'memberships',
  {
    programmeId: id('programme_id', 'prg').notNull(),
    personId: id('person_id', 'per').notNull(),
    role: word<Role>('role').notNull(),
    since: instantColumn('since').notNull(),
  },
  (table) => [primaryKey({ columns: [table.programmeId, table.role, table.personId] })],
)

export const assistants = sqliteTable(
  'assistants',
  {
    programmeId: id('programme_id', 'prg').notNull(),
    executiveId: id('executive_id', 'per').notNull(),
    assistantId: id('assistant_id', 'per').notNull(),
    fromAt: instantColumn('from_at').notNull(),
    untilAt: instantColumn('until_at'),
  },
  (table) => [
    primaryKey({ columns: [table.programmeId, table.executiveId, table.assistantId, table.fromAt] }),
  ],
)
