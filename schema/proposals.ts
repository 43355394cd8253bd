import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { Door, ProposalState } from '../worker/domain/session/session.ts'
import type { SlotRefusal } from '../worker/domain/slot/diary.ts'
import { id, instantColumn, json, word } from './columns.ts'

export const proposals = sqliteTable('proposals', {
  id: id('id', 'ctr').primaryKey().notNull(),
  sessionId: id('session_id', 'ses').notNull(),
  personId: id('person_id', 'per').notNull(),
  startsAt: instantColumn('starts_at').notNull(),
  endsAt: instantColumn('ends_at').notNull(),
  via: word<Door>('via').notNull(),
  at: instantColumn('at').notNull(),
  state: word<ProposalState>('state').notNull(),
  refusal: json<SlotRefusal>('refusal'),
  words: text('words'),
})
