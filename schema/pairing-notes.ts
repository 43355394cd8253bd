import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { id, instantColumn } from './columns.ts'

/** What the managers of a programme keep in mind of a pairing, for them alone. */
export const pairingNotes = sqliteTable('pairing_notes', {
  pairingId: id('pairing_id', 'pai').primaryKey().notNull(),
  words: text('words').notNull(),
  writtenBy: id('written_by', 'per').notNull(),
  writtenAt: instantColumn('written_at').notNull(),
})
