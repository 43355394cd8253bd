import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'

import type { Cell } from './cells.ts'
import { columnsOf, hasSequences, quotedName, schemaOf, tablesOf } from './schema.ts'

/** What a table holds: how many rows, and a hash of their values whatever their order is. */
export type TableDigest = { readonly rows: number; readonly digest: string }
export type Digests = Readonly<Record<string, TableDigest>>

const SUM_SIZE = 2n ** 256n
/** A name that no table has: the schema itself. */
const SCHEMA = '(schema)'

/** Every table by its content, the ids that were given, and the schema with its indexes and triggers. */
export function digestsOf(database: DatabaseSync): Digests {
  const tables = [...tablesOf(database), ...(hasSequences(database) ? ['sqlite_sequence'] : [])]
  const made = schemaOf(database).map(({ type, name, sql }) =>
    hashOf(JSON.stringify([type, name, sql.replace(/\s+/g, ' ')])),
  )
  return {
    ...Object.fromEntries(tables.toSorted().map((table) => [table, digestOf(database, table)])),
    [SCHEMA]: { rows: made.length, digest: summed(made) },
  }
}

function digestOf(database: DatabaseSync, table: string): TableDigest {
  const columns = columnsOf(database, table).toSorted()
  const select = database.prepare(`SELECT ${columns.map(quotedName).join(', ')} FROM ${quotedName(table)}`)
  select.setReadBigInts(true)
  const hashes: Buffer[] = []
  for (const row of select.iterate())
    hashes.push(hashOf(JSON.stringify(columns.map((column) => [column, typed(row[column] ?? null)]))))
  return { rows: hashes.length, digest: summed(hashes) }
}

/** One and 1.0, a text and the blob of its octets are different values. */
function typed(cell: Cell): readonly [string, string] | null {
  if (cell === null) return null
  if (typeof cell === 'bigint') return ['integer', String(cell)]
  if (typeof cell === 'number') return ['real', Object.is(cell, -0) ? '-0' : String(cell)]
  if (typeof cell === 'string') return ['text', cell]
  return ['blob', Buffer.from(cell).toString('hex')]
}

/** The sum does not know an order, but counts a row that is there twice as two. */
function summed(hashes: readonly Buffer[]): string {
  const sum = hashes.reduce((all, hash) => (all + BigInt(`0x${hash.toString('hex')}`)) % SUM_SIZE, 0n)
  return hashOf(String(sum)).toString('hex')
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** The tables in which two databases differ. */
export function differing(one: Digests, other: Digests): readonly string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].filter((name) => one[name]?.digest !== other[name]?.digest).toSorted()
}
