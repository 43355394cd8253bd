import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { InviteAnswer, Partstat } from '../worker/domain/session/session.ts'
import { flag, id, instantColumn, json, word } from './columns.ts'

export const invites = sqliteTable('invites', {
  id: id('id', 'inv').primaryKey().notNull(),
  sessionId: id('session_id', 'ses').notNull(),
  personId: id('person_id', 'per').notNull(),
  uid: text('uid').notNull(),
  organizer: text('organizer').notNull(),
  sequence: integer('sequence').notNull(),
  partstat: word<Partstat>('partstat').notNull(),
  live: flag('live').notNull(),
  stampedAt: instantColumn('stamped_at').notNull(),
  answer: json<InviteAnswer>('answer'),
  /** The highest SEQUENCE that was handed to this calendar; null: none yet. */
  sentSequence: integer('sent_sequence'),
})
