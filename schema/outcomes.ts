import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { Benefit, Done, Evidence, OutcomeResult } from '../worker/domain/session/outcome.ts'
import type { Why } from '../worker/domain/session/why.ts'
import { flag, id, instantColumn, word } from './columns.ts'

export const outcomes = sqliteTable('outcomes', {
  id: id('id', 'out').primaryKey().notNull(),
  sessionId: id('session_id', 'ses').notNull(),
  result: word<OutcomeResult>('result').notNull(),
  startsAt: instantColumn('starts_at').notNull(),
  endsAt: instantColumn('ends_at').notNull(),
  lastDone: word<Done>('last_done'),
  benefit: word<Benefit>('benefit'),
  evidence: word<Evidence>('evidence'),
  needsManager: flag('needs_manager').notNull().default(false),
  loggedBy: id('logged_by', 'per').notNull(),
  loggedAt: instantColumn('logged_at').notNull(),
  replaced: flag('replaced').notNull().default(false),
  /** The session's executive: the stage is read by executive, not by session. */
  executiveId: id('executive_id', 'per'),
  whyNotHeld: word<Why>('why_not_held'),
})

export const commitments = sqliteTable('commitments', {
  id: id('id', 'com').primaryKey().notNull(),
  pairingId: id('pairing_id', 'pai').notNull(),
  sessionId: id('session_id', 'ses').notNull(),
  words: text('words').notNull(),
  dueOn: text('due_on'),
  /** What the mentor saw. */
  done: word<Done>('done'),
  madeAt: instantColumn('made_at').notNull(),
  replaced: flag('replaced').notNull().default(false),
  nudgedAt: instantColumn('nudged_at'),
  /** What the executive says. */
  saidDone: word<Done>('said_done'),
})
