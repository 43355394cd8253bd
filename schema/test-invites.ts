import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { TestInvite } from '../worker/domain/letter/test-invite.ts'
import type { InviteAnswer } from '../worker/domain/session/session.ts'
import { id, instantColumn, json, word } from './columns.ts'

export const testInvites = sqliteTable('test_invites', {
  personId: id('person_id', 'per').primaryKey().notNull(),
  uid: text('uid').notNull(),
  sequence: integer('sequence').notNull(),
  startsAt: instantColumn('starts_at').notNull(),
  sentAt: instantColumn('sent_at').notNull(),
  cancelledAt: instantColumn('cancelled_at'),
  partstat: word<NonNullable<TestInvite['partstat']>>('partstat'),
  answer: json<InviteAnswer>('answer'),
})
