import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { id, instantColumn } from './columns.ts'

/** What an executive asks before a session, for its mentor alone. It goes thirty days after. */
export const questions = sqliteTable('questions', {
  sessionId: id('session_id', 'ses').primaryKey().notNull(),
  /** Sealed. */
  words: text('words').notNull(),
  writtenAt: instantColumn('written_at').notNull(),
})
