import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { id, instant } from './columns.ts'

export const snoozes = sqliteTable(
  'snoozes',
  {
    programmeId: id('programme_id', 'prg').notNull(),
    /** Kind and subject of the line: `declined:ses_…`. */
    key: text('key').notNull(),
    /** Null where the line is done with. */
    untilAt: instant('until_at'),
    madeAt: instant('made_at').notNull(),
    madeBy: id('made_by', 'per').notNull(),
  },
  (table) => [primaryKey({ columns: [table.programmeId, table.key] })],
)
