import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

import type { Database, Statement } from '../platform.ts'

/** From so many rows on they are written table by table: an invocation may ask the database a thousand things. */
export const MANY = 20

/** SQLite counts octets, up to four for a character, and a bound value may be two megabytes. */
const MAX_CHARACTERS = 400_000

/** One statement for as many rows as fit into one bound value; `rows` is a table of them with a column `value`. */
export function writeMany(rows: readonly unknown[], write: (rows: SQL) => Statement): readonly Statement[] {
  const slices: string[][] = []
  let room = 0
  for (const row of rows) {
    const json = JSON.stringify(row)
    if (json.length > room) {
      slices.push([])
      room = MAX_CHARACTERS
    }
    slices.at(-1)?.push(json)
    room -= json.length
  }
  return slices.map((slice) => write(sql`json_each(${`[${slice.join(',')}]`})`))
}

/** Inserts rows, every column of which is a member of the same name in `rows`. */
export function insertFrom<Table extends SQLiteTable>(db: Database, table: Table, rows: SQL) {
  const columns = Object.entries(getTableColumns(table)).map(([name, { dataType }]) =>
    dataType === 'json' ? sql`nullif(${whole(name)}, 'null')` : field(name),
  )
  return db.insert(table).select(sql`SELECT ${sql.join(columns, sql`, `)} FROM ${rows} WHERE true`)
}

/** A member of a row, as a value of SQL. */
export function field<Value>(name: string): SQL<Value> {
  return sql<Value>`value ->> ${sql.raw(`'$.${name}'`)}`
}

/** The same as JSON. */
function whole(name: string): SQL {
  return sql`value -> ${sql.raw(`'$.${name}'`)}`
}
