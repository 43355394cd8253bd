import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { ReceivedState } from '../worker/domain/mail/received.ts'
import { flag, id, instantColumn, json, word } from './columns.ts'

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
  /** Whose mail it is, while it waits; null: it names an event of ours, or no single author. */
  sender: text('sender'),
  /** Null at a public mail provider. */
  senderDomain: text('sender_domain'),
  /** Whether its words, or the calendar in it, suggest an answer. */
  suggests: flag('suggests').notNull().default(false),
  /** Of a settled mail: until when its words are kept; null: they wait with it, or are gone. */
  wordsUntil: instantColumn('words_until'),
})

/** Strangers' mails of which no row is kept any more. */
export const droppedMails = sqliteTable('dropped_mails', {
  programmeId: id('programme_id', 'prg').primaryKey().notNull(),
  count: integer('count').notNull(),
  since: instantColumn('since').notNull(),
})
