import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { StoredLetter } from '../worker/domain/letter/facts.ts'
import type { Fault } from '../worker/domain/letter/mail-port.ts'
import type { LetterState } from '../worker/domain/letter/thread.ts'
import { flag, id, instantColumn, json, word } from './columns.ts'

export const outbox = sqliteTable('outbox', {
  id: id('id', 'let').primaryKey().notNull(),
  /** One dedupe key, one letter: one revision of a session for one reader, or one offer. */
  dedupeKey: text('dedupe_key').notNull(),
  personId: id('person_id', 'per').notNull(),
  sessionId: id('session_id', 'ses'),
  /** Facts in clear, and the words sealed. Of a letter that was sent or retired a week ago only the effect is left. */
  letter: json<StoredLetter>('letter').notNull(),
  state: word<LetterState>('state').notNull(),
  attempts: integer('attempts').notNull().default(0),
  dueAt: instantColumn('due_at').notNull(),
  leaseUntil: instantColumn('lease_until'),
  sentAt: instantColumn('sent_at'),
  providerId: text('provider_id'),
  error: text('error'),
  createdAt: instantColumn('created_at').notNull(),
  /** Letters of one thread leave in order: a calendar entry's UID, or one subject to one reader. */
  thread: text('thread'),
  /** Nothing is sent after this. */
  validUntil: instantColumn('valid_until'),
  /** Whose lease it is: only that deliverer may mark the letter. */
  lease: text('lease'),
  /** Some try was not surely refused. */
  mayBeHad: flag('may_be_had').notNull().default(false),
  /** Whose fault the last failed try was. */
  fault: word<Fault>('fault'),
  /** When it was superseded or retired. */
  retiredAt: instantColumn('retired_at'),
  /** No press or answer of a person has just brought it about: it does not leave at night. */
  isQuiet: flag('is_quiet').notNull().default(false),
})
