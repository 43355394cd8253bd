import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { id, instantColumn } from './columns.ts'

export const snoozes = sqliteTable(
  'snoozes',
  {
    programmeId: id('programme_id', 'prg').notNull(),
    /** Kind and subject of the item: `declined:ses_…`. */
    key: text('key').notNull(),
    /** Null: the item is settled. */
    untilAt: instantColumn('until_at'),
    madeAt: instantColumn('made_at').notNull(),
    madeBy: id('made_by', 'per').notNull(),
    /** Of a settled wish: when it was made, so that it can be had back. */
    wishedAt: instantColumn('wished_at'),
  },
  (table) => [primaryKey({ columns: [table.programmeId, table.key] })],
)
