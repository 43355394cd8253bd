import { sqliteTable } from 'drizzle-orm/sqlite-core'

import type { Door, ProposalState } from '../worker/domain/session/session.ts'
import { id, instant, word } from './columns.ts'

export const proposals = sqliteTable('proposals', {
  id: id('id', 'ctr').primaryKey().notNull(),
  sessionId: id('session_id', 'ses').notNull(),
  personId: id('person_id', 'per').notNull(),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  via: word<Door>('via').notNull(),
  at: instant('at').notNull(),
  state: word<ProposalState>('state').notNull(),
})
