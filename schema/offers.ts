import { sqliteTable } from 'drizzle-orm/sqlite-core'

import type { Door, OfferStatus, Option } from '../worker/domain/session/session.ts'
import { id, instant, word } from './columns.ts'

export const offers = sqliteTable('offers', {
  id: id('id', 'off').primaryKey().notNull(),
  sessionId: id('session_id', 'ses').notNull(),
  status: word<OfferStatus>('status').notNull(),
  askedId: id('asked_id', 'per').notNull(),
  heldUntil: instant('held_until').notNull(),
  madeAt: instant('made_at').notNull(),
  answeredOption: id('answered_option', 'opt'),
  answeredBy: id('answered_by', 'per'),
  answeredVia: word<Door>('answered_via'),
  answeredAt: instant('answered_at'),
})

export const options = sqliteTable('options', {
  id: id('id', 'opt').primaryKey().notNull(),
  offerId: id('offer_id', 'off').notNull(),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  origin: word<Option['origin']>('origin').notNull(),
})
