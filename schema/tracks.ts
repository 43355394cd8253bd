import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { StandardTrack } from '../worker/domain/path/house-tracks.ts'
import type { TrackStep } from '../worker/domain/path/track.ts'
import { id, instantColumn, json, word } from './columns.ts'

export const tracks = sqliteTable('tracks', {
  id: id('id', 'trk').primaryKey().notNull(),
  programmeId: id('programme_id', 'prg').notNull(),
  position: integer('position').notNull(),
  standard: word<StandardTrack>('standard'),
  name: text('name'),
  steps: json<readonly TrackStep[]>('steps').notNull(),
  archivedAt: instantColumn('archived_at'),
  madeAt: instantColumn('made_at').notNull(),
})
