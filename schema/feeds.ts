import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { id, instantColumn, word } from './columns.ts'

export const feeds = sqliteTable('feeds', {
  personId: id('person_id', 'per').primaryKey().notNull(),
  linkId: id('link_id', 'lnk').notNull(),
  tokenHash: text('token_hash').notNull(),
  madeAt: instantColumn('made_at').notNull(),
  /** The address of whoever subscribed. */
  address: text('address'),
})

export const busyFeeds = sqliteTable('busy_feeds', {
  personId: id('person_id', 'per').primaryKey().notNull(),
  url: text('url').notNull(),
  state: word<'known' | 'unknown'>('state').notNull(),
  /** When the state last changed. */
  since: instantColumn('since').notNull(),
  /** A code that says why the state is unknown. */
  problem: text('problem'),
  busy: text('busy').notNull().default(''),
  triedAt: instantColumn('tried_at'),
  readAt: instantColumn('read_at'),
  etag: text('etag'),
  lastModified: text('last_modified'),
  /** The assistant who gave it for her executive; null: he did, or it is a mentor's. */
  assistantId: id('assistant_id', 'per'),
})
