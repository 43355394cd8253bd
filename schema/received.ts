import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { ReceivedState } from '../worker/domain/mail/received.ts'
import { id, instantColumn, json, word } from './columns.ts'

export const received = sqliteTable('received', {
  id: id('id', 'rcv').primaryKey().notNull(),
  /** Hash of the Message-ID, or else of the mail's bytes, so that the same mail is stored once. */
  fingerprint: text('fingerprint').notNull(),
  at: instantColumn('at').notNull(),
  personId: id('person_id', 'per'),
  sessionId: id('session_id', 'ses'),
  class: text('class').notNull(),
  reading: json<unknown>('reading').notNull(),
  state: word<ReceivedState>('state').notNull(),
  why: text('why'),
  settledBy: id('settled_by', 'per'),
  settledAt: instantColumn('settled_at'),
})
