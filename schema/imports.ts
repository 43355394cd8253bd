import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { Counts } from '../worker/domain/import/counts.ts'
import type { LineFault } from '../worker/domain/import/file.ts'
import type { KeptFile } from '../worker/domain/import/kept.ts'
import { id, instantColumn, json, word } from './columns.ts'

export const imports = sqliteTable('imports', {
  id: id('id', 'imp').primaryKey().notNull(),
  programmeId: id('programme_id', 'prg').notNull(),
  madeBy: id('made_by', 'per').notNull(),
  madeAt: instantColumn('made_at').notNull(),
  /** Each file without its lines; once it is confirmed, without its name too. */
  files: json<readonly KeptFile[]>('files').notNull(),
  confirmedAt: instantColumn('confirmed_at'),
  counts: json<Counts>('counts'),
})

/** A line as it was written, until its import is confirmed or a day old. */
export const importRows = sqliteTable(
  'import_rows',
  {
    importId: id('import_id', 'imp').notNull(),
    /** Which of the files, from 0. */
    file: integer('file').notNull(),
    line: integer('line').notNull(),
    cells: text('cells', { mode: 'json' }).$type<readonly string[]>().notNull(),
    fault: word<LineFault>('fault'),
  },
  (table) => [primaryKey({ columns: [table.importId, table.file, table.line] })],
)
