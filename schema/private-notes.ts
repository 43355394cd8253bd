import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { id, instantColumn } from './columns.ts'

/** What a mentor keeps for himself of one session, sealed. It goes thirty days after. */
export const privateNotes = sqliteTable(
  'private_notes',
  {
    sessionId: id('session_id', 'ses').notNull(),
    personId: id('person_id', 'per').notNull(),
    words: text('words').notNull(),
    writtenAt: instantColumn('written_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.personId] })],
)
