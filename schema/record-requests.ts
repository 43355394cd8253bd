import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { CorrectedField, RecordRequestKind, RequestResult } from '../worker/domain/record/request.ts'
import { id, instantColumn, word } from './columns.ts'

/** What people ask about their own record, and what a manager answered. */
export const recordRequests = sqliteTable(
  'record_requests',
  {
    programmeId: id('programme_id', 'prg').notNull(),
    personId: id('person_id', 'per').notNull(),
    kind: word<RecordRequestKind>('kind').notNull(),
    at: instantColumn('at').notNull(),
    /** What it should say, or what is wrong. */
    words: text('words'),
    /** What should be corrected; null: an erasure, or a request of an earlier release. */
    field: word<CorrectedField>('field'),
    /** Null: it waits. */
    answer: word<RequestResult>('answer'),
    answeredAt: instantColumn('answered_at'),
    answeredBy: id('answered_by', 'per'),
    /** Why it was refused. */
    answerWords: text('answer_words'),
  },
  (table) => [primaryKey({ columns: [table.programmeId, table.personId, table.kind] })],
)
