import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { LinkPurpose } from '../worker/domain/letter/link.ts'
import { id, instantColumn, word } from './columns.ts'

export const links = sqliteTable('links', {
  id: id('id', 'lnk').primaryKey().notNull(),
  tokenHash: text('token_hash').notNull(),
  purpose: word<LinkPurpose>('purpose').notNull(),
  personId: id('person_id', 'per').notNull(),
  sessionId: id('session_id', 'ses').notNull(),
  offerId: id('offer_id', 'off'),
  expiresAt: instantColumn('expires_at').notNull(),
  revokedAt: instantColumn('revoked_at'),
  /** Where it went. */
  address: text('address'),
})

export const signIns = sqliteTable('sign_ins', {
  id: id('id', 'sgn').primaryKey().notNull(),
  tokenHash: text('token_hash').notNull(),
  personId: id('person_id', 'per').notNull(),
  askedAt: instantColumn('asked_at').notNull(),
  linkUntil: instantColumn('link_until').notNull(),
  usedAt: instantColumn('used_at'),
  untilAt: instantColumn('until_at').notNull(),
  endedAt: instantColumn('ended_at'),
  /** Where its link went. */
  address: text('address'),
})

export const counters = sqliteTable(
  'counters',
  {
    key: text('key').notNull(),
    window: integer('window').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.key, table.window] })],
)
