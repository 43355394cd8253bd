import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { LinkPurpose } from '../worker/domain/letter/link.ts'
import { flag, id, instantColumn, word } from './columns.ts'

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
  /** Null: made before this was kept. */
  madeAt: instantColumn('made_at'),
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
  /** Whether the device is its reader's alone. */
  trusted: flag('trusted').notNull().default(false),
  /** The page that was asked for, until the link is used. */
  wayBack: text('way_back'),
})

/** What was typed into a form that was sent after the sign-in had ended, encrypted. */
export const keptForms = sqliteTable('kept_forms', {
  id: id('id', 'kpt').primaryKey().notNull(),
  personId: id('person_id', 'per').notNull(),
  keptAt: instantColumn('kept_at').notNull(),
  sealed: text('sealed').notNull(),
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
