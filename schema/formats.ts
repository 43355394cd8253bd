import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { OwnWords, Standard } from '../worker/domain/path/format.ts'
import { id, instant, json, word } from './columns.ts'

export const formats = sqliteTable('formats', {
  id: id('id', 'fmt').primaryKey().notNull(),
  programmeId: id('programme_id', 'prg').notNull(),
  position: integer('position').notNull(),
  standard: word<Standard>('standard'),
  words: json<OwnWords>('words'),
  outwardTitle: text('outward_title'),
  minutes: integer('minutes'),
  link: text('link'),
  archivedAt: instant('archived_at'),
  madeAt: instant('made_at').notNull(),
})
