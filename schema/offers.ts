import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { Door, OfferStatus, Option } from '../worker/domain/session/session.ts'
import type { Why } from '../worker/domain/session/why.ts'
import type { SoftRefusal } from '../worker/domain/slot/diary.ts'
import { flag, id, instantColumn, word } from './columns.ts'

export const offers = sqliteTable('offers', {
  id: id('id', 'off').primaryKey().notNull(),
  sessionId: id('session_id', 'ses').notNull(),
  status: word<OfferStatus>('status').notNull(),
  askedId: id('asked_id', 'per').notNull(),
  heldUntil: instantColumn('held_until').notNull(),
  madeAt: instantColumn('made_at').notNull(),
  answeredOption: id('answered_option', 'opt'),
  answeredBy: id('answered_by', 'per'),
  answeredVia: word<Door>('answered_via'),
  answeredAt: instantColumn('answered_at'),
  /** Two working days of whoever is asked, from when it could be seen. */
  unansweredAt: instantColumn('unanswered_at').notNull(),
  /** The manager's own words in the first mail of a pairing. */
  words: text('words'),
  whyNotSuited: word<Why>('why_not_suited'),
  whySaidBy: id('why_said_by', 'per'),
})

export const options = sqliteTable('options', {
  id: id('id', 'opt').primaryKey().notNull(),
  offerId: id('offer_id', 'off').notNull(),
  startsAt: instantColumn('starts_at').notNull(),
  endsAt: instantColumn('ends_at').notNull(),
  origin: word<Option['origin']>('origin').notNull(),
  /** It can be picked before this moment. */
  untilAt: instantColumn('until_at').notNull(),
  /** Nobody picked it in time, and its hold was freed. */
  dropped: flag('dropped').notNull().default(false),
  /** What the judge said to a time that a manager chose all the same. */
  against: word<SoftRefusal['reason']>('against'),
})
