import type { DatabaseSync } from 'node:sqlite'

import { type Cell, LITERAL_BYTES, literalOf, octetsOf, partsOf } from './cells.ts'
import { columnsOf, hasSequences, quotedName, schemaOf } from './schema.ts'

/** Where long values are laid down; it goes with the last row. */
const PARTS = 'parts_of_a_backup'
/** Of a row with much in it, what is longer is laid down in parts. */
const SHORT_BYTES = 1_000

/**
 * The database as statements that D1 imports into an empty one: tables, their rows in the order they were written, then
 * indexes and triggers, so that no append-only table refuses its own rows. None is longer than D1 takes.
 */
export function* dumpSql(database: DatabaseSync): Generator<string> {
  const made = schemaOf(database)
  yield 'PRAGMA defer_foreign_keys=TRUE'
  // All of them before the first row: a row looks for the tables that it points to.
  const tables = made.filter(({ type }) => type === 'table')
  for (const { sql } of tables) yield sql
  yield `CREATE TABLE ${PARTS} (cell INTEGER, nth INTEGER, part)`
  for (const { name, sql } of tables) yield* rowsOf(database, name, sql)
  yield `DROP TABLE ${PARTS}`
  if (hasSequences(database)) {
    yield 'DELETE FROM sqlite_sequence'
    for (const { name, seq } of database.prepare('SELECT name, seq FROM sqlite_sequence').all())
      yield `INSERT INTO sqlite_sequence (name, seq) VALUES (${literalOf(String(name))}, ${Number(seq)})`
  }
  for (const { type, sql } of made) if (type !== 'table') yield sql
}

function* rowsOf(database: DatabaseSync, table: string, sql: string): Generator<string> {
  const columns = columnsOf(database, table)
  const order = /WITHOUT\s+ROWID/i.test(sql) ? '' : ' ORDER BY rowid'
  const names = columns.map(quotedName).join(', ')
  const select = database.prepare(`SELECT ${names} FROM ${quotedName(table)}${order}`)
  select.setReadBigInts(true)
  const into = `INSERT INTO ${quotedName(table)} (${names})`
  for (const row of select.iterate()) {
    const cells = columns.map((column): Cell => row[column] ?? null)
    const isWide = cells.reduce<number>((sum, cell) => sum + octetsOf(cell), 0) > LITERAL_BYTES
    if (isWide) yield* wideRow(into, cells)
    else yield `${into} VALUES (${cells.map(literalOf).join(', ')})`
  }
}

/** Long values are laid down in parts first, and the row is then made at once, so that its CHECKs see them whole. */
function* wideRow(into: string, cells: readonly Cell[]): Generator<string> {
  const values: string[] = []
  for (const [nth, cell] of cells.entries()) {
    if (octetsOf(cell) <= SHORT_BYTES) {
      values.push(literalOf(cell))
      continue
    }
    for (const [at, part] of partsOf(cell).entries())
      yield `INSERT INTO ${PARTS} (cell, nth, part) VALUES (${nth}, ${at}, ${literalOf(part)})`
    const whole = `(SELECT group_concat(part, '') FROM (SELECT part FROM ${PARTS} WHERE cell = ${nth} ORDER BY nth))`
    values.push(`CAST(${whole} AS ${typeof cell === 'string' ? 'TEXT' : 'BLOB'})`)
  }
  yield `${into} SELECT ${values.join(', ')}`
  yield `DELETE FROM ${PARTS}`
}
