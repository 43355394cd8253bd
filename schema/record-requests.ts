import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { RecordRequestKind } from '../worker/domain/record/request.ts'
import { id, instantColumn, word } from './columns.ts'

/** What people ask about their own record, until a manager has seen to it. */
export const recordRequests = sqliteTable(
  'record_requests',
  {
    programmeId: id('programme_id', 'prg').notNull(),
    personId: id('person_id', 'per').notNull(),
    kind: word<RecordRequestKind>('kind').notNull(),
    at: instantColumn('at').notNull(),
    /** What should be corrected. */
    words: text('words'),
  },
  (table) => [primaryKey({ columns: [table.programmeId, table.personId, table.kind] })],
)
