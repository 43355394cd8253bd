import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { Locale } from '../worker/domain/people/person.ts'
import { id, instantColumn, word } from './columns.ts'

/** Links by which somebody without an account reads a programme's figures. */
export const reportLinks = sqliteTable('report_links', {
  id: id('id', 'rpl').primaryKey().notNull(),
  programmeId: id('programme_id', 'prg').notNull(),
  tokenHash: text('token_hash').notNull(),
  /** Who it is for, in the manager's words. */
  label: text('label').notNull(),
  locale: word<Locale>('locale').notNull(),
  /** Where it was mailed; null: it was copied. */
  address: text('address'),
  madeBy: id('made_by', 'per').notNull(),
  madeAt: instantColumn('made_at').notNull(),
  endsAt: instantColumn('ends_at').notNull(),
  endedAt: instantColumn('ended_at'),
  /** Null: it ended with its maker's place in the programme. */
  endedBy: id('ended_by', 'per'),
})
