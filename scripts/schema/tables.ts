import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod/mini'

export type Column = {
  readonly name: string
  readonly type: string
  readonly isKey: boolean
  readonly isNullable: boolean
}

/** A foreign key of one column. */
export type Reference = { readonly column: string; readonly to: string }

export type Table = {
  readonly name: string
  readonly columns: readonly Column[]
  readonly references: readonly Reference[]
}

const Names = z.array(z.object({ name: z.string() }))
const Columns = z.array(z.object({ name: z.string(), type: z.string(), pk: z.number(), notnull: z.number() }))
const References = z.array(z.object({ id: z.number(), from: z.string(), table: z.string() }))

/** What SQLite itself says of every table, by name. */
export function readTables(database: DatabaseSync): readonly Table[] {
  const ask = (statement: string, ...values: readonly string[]) => database.prepare(statement).all(...values)
  const names = Names.parse(ask("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"))
  return names.map(({ name }) => ({
    name,
    columns: Columns.parse(ask('SELECT * FROM pragma_table_xinfo(?)', name)).map((each) => ({
      name: each.name,
      type: each.type.toLowerCase(),
      isKey: each.pk > 0,
      isNullable: each.notnull === 0 && each.pk === 0,
    })),
    references: single(References.parse(ask('SELECT * FROM pragma_foreign_key_list(?)', name))),
  }))
}

/** A key of several columns has a row for each of them: its first one stands for it. */
function single(rows: z.infer<typeof References>): readonly Reference[] {
  const first = new Map(rows.toReversed().map((row) => [row.id, { column: row.from, to: row.table }]))
  return [...first.values()].toSorted((a, b) => (a.column < b.column ? -1 : 1))
}
