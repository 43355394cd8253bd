import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { id, instantColumn } from './columns.ts'

export const snoozes = sqliteTable(
  'snoozes',
  {
    programmeId: id('programme_id', 'prg').notNull(),
    /** Kind and subject of the line: `declined:ses_…`. */
    key: text('key').notNull(),
    /** Null where the line is done with. */
    untilAt: instantColumn('until_at'),
    madeAt: instantColumn('made_at').notNull(),
    madeBy: id('made_by', 'per').notNull(),
  },
  (table) => [primaryKey({ columns: [table.programmeId, table.key] })],
)
