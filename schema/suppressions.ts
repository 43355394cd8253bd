import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { SuppressionKind } from '../worker/domain/letter/suppression.ts'
import { id, instantColumn, word } from './columns.ts'

export const suppressions = sqliteTable(
  'suppressions',
  {
    address: text('address').notNull(),
    personId: id('person_id', 'per').notNull(),
    since: instantColumn('since').notNull(),
    kind: word<SuppressionKind>('kind').notNull(),
    /** A code such as `5.1.1`; never the server's words. */
    detail: text('detail').notNull(),
    clearedAt: instantColumn('cleared_at'),
    clearedBy: id('cleared_by', 'per'),
    /** It ends by itself then; null: only when a person clears it. */
    untilAt: instantColumn('until_at'),
  },
  (table) => [primaryKey({ columns: [table.address, table.since] })],
)
