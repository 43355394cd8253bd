import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { PairingKind, PairingStatus, Place } from '../worker/domain/pairing/pairing.ts'
import type { Aim } from '../worker/domain/path/aim.ts'
import type { PairingTrack } from '../worker/domain/path/track.ts'
import { id, instantColumn, json, word } from './columns.ts'

export const pairings = sqliteTable('pairings', {
  id: id('id', 'pai').primaryKey().notNull(),
  programmeId: id('programme_id', 'prg').notNull(),
  mentorId: id('mentor_id', 'per').notNull(),
  executiveId: id('executive_id', 'per').notNull(),
  kind: word<PairingKind>('kind').notNull(),
  status: word<PairingStatus>('status').notNull(),
  place: json<Place>('place'),
  overrideReason: text('override_reason'),
  createdAt: instantColumn('created_at').notNull(),
  follows: id('follows', 'pai'),
  lastMet: instantColumn('last_met'),
  version: integer('version').notNull().default(1),
  aim: word<Aim>('aim'),
  trackId: id('track_id', 'trk'),
  track: json<PairingTrack>('track'),
})
