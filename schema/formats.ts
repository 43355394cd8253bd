import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { FormatFit, OwnWords } from '../worker/domain/path/format.ts'
import type { StandardFormat } from '../worker/domain/path/house.ts'
import { id, instantColumn, json, word } from './columns.ts'

export const formats = sqliteTable('formats', {
  id: id('id', 'fmt').primaryKey().notNull(),
  programmeId: id('programme_id', 'prg').notNull(),
  position: integer('position').notNull(),
  standard: word<StandardFormat>('standard'),
  words: json<OwnWords>('words'),
  outwardTitle: text('outward_title'),
  minutes: integer('minutes'),
  link: text('link'),
  archivedAt: instantColumn('archived_at'),
  madeAt: instantColumn('made_at').notNull(),
  fit: json<FormatFit>('fit'),
  executiveLink: text('executive_link'),
})
