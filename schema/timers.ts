import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { Lane, TimerKind, TimerSubject } from '../worker/domain/clock/timer.ts'
import { instantColumn, json, word } from './columns.ts'

export const timers = sqliteTable(
  'timers',
  {
    subject: text('subject').$type<TimerSubject>().notNull(),
    kind: word<TimerKind>('kind').notNull(),
    lane: word<Lane>('lane').notNull(),
    /** The later of the rule's hour and `askAgainAt`; a claim moves it on for as long as the claim lasts. */
    dueAt: instantColumn('due_at').notNull(),
    askAgainAt: instantColumn('ask_again_at'),
    tries: integer('tries').notNull().default(0),
    /** Why it could not be done, as a code. */
    said: text('said'),
  },
  (table) => [primaryKey({ columns: [table.subject, table.kind] })],
)

/** When each cron ran last, and which of its jobs failed then. */
export const ticks = sqliteTable('ticks', {
  cron: text('cron').primaryKey().notNull(),
  at: instantColumn('at').notNull(),
  failed: json<readonly string[]>('failed').notNull().default([]),
})
