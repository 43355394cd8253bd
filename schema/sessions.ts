import { sql } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { Place } from '../worker/domain/pairing/pairing.ts'
import type { SessionStatus, TriedTime } from '../worker/domain/session/session.ts'
import { flag, id, instantColumn, json, word } from './columns.ts'

export const sessions = sqliteTable('sessions', {
  id: id('id', 'ses').primaryKey().notNull(),
  pairingId: id('pairing_id', 'pai').notNull(),
  programmeId: id('programme_id', 'prg').notNull(),
  mentorId: id('mentor_id', 'per').notNull(),
  executiveId: id('executive_id', 'per').notNull(),
  status: word<SessionStatus>('status').notNull(),
  startsAt: instantColumn('starts_at'),
  endsAt: instantColumn('ends_at'),
  /** The wall clock that was meant, in `zone`. It shows when a new law has changed the zone's offset. */
  wall: text('wall'),
  minutes: integer('minutes').notNull(),
  zone: text('zone').notNull(),
  place: json<Place>('place'),
  bumps: integer('bumps').notNull().default(0),
  version: integer('version').notNull(),
  notBefore: instantColumn('not_before'),
  createdAt: instantColumn('created_at').notNull(),
  passed: flag('passed').notNull().default(false),
  formatId: id('format_id', 'fmt'),
  /** The start that the mentor was briefed for. */
  briefedFor: instantColumn('briefed_for'),
  /** The end after which the mentor was asked how it went. */
  askedFor: instantColumn('asked_for'),
  /** Since when the mentor has waited for the executive. */
  waitingSince: instantColumn('waiting_since'),
  /** Times of this round that led to nothing: refused, or never answered. */
  tried: json<readonly TriedTime[]>('tried')
    .notNull()
    .default(sql`'[]'`),
})
