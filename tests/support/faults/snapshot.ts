import { env } from 'cloudflare:workers'

type Row = Readonly<Record<string, unknown>>

/** The rows of a table by their key: the row's number, or its primary key where it has none. */
type Table = { readonly keys: readonly string[]; readonly rows: ReadonlyMap<string, Row> }

/** All rows of the database at one moment. */
export type Snapshot = {
  readonly tables: ReadonlyMap<string, Table>
  /** The ids and hashes in it: what is not among them is new. */
  readonly known: ReadonlySet<string>
}

type Pair = { readonly before: Row | null; readonly after: Row | null }

/** What a database has become since a snapshot, by table. */
export type Changes = ReadonlyMap<string, readonly Pair[]>

export async function snapshot(): Promise<Snapshot> {
  const tables = await readTables()
  const text = JSON.stringify(Array.from(tables.values(), ({ rows }) => [...rows.values()]))
  return { tables, known: new Set(text.match(NAMES)) }
}

export async function changesSince({ tables }: Snapshot): Promise<Changes> {
  const now = await readTables()
  const changes = Array.from(now, ([name, table]) => {
    const old = tables.get(name)?.rows ?? new Map<string, Row>()
    const changed = Array.from(new Set([...old.keys(), ...table.rows.keys()]), (key) => ({
      before: old.get(key) ?? null,
      after: table.rows.get(key) ?? null,
    })).filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
    return [name, changed] as const
  })
  return new Map(changes.filter(([, changed]) => changed.length > 0))
}

/**
 * The changes as sorted lines that two runs have in common: an id, hash or sealed value that was not in the snapshot is
 * another one each time.
 */
export function linesOf(
  { known }: Snapshot,
  changes: Changes,
  without: readonly string[] = [],
): readonly string[] {
  const lines = Array.from(changes, ([table, pairs]) =>
    without.includes(table)
      ? []
      : pairs.map(({ before, after }) => `${table} ${textOf(before)} → ${textOf(after)}`),
  )
  return lines
    .flat()
    .map((line) => line.replaceAll(NAMES, (name) => (known.has(name) ? name : nameless(name))))
    .toSorted()
}

/** What is there that was expected to be otherwise, and what was expected and is not there. */
export function differenceOf(now: readonly string[], expected: readonly string[]) {
  return [
    ...lacking(now, expected).map((line) => `missing: ${line}`),
    ...lacking(expected, now).map((line) => `too much: ${line}`),
  ]
}

function lacking(lines: readonly string[], wanted: readonly string[]): readonly string[] {
  const left = [...lines]
  return wanted.filter((line) => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

function textOf(row: Row | null): string {
  if (row === null) return 'nothing'
  const { rowid: _, ...columns } = row
  return JSON.stringify(columns)
}

function nameless(name: string): string {
  return /^[a-z]{3}_[0-9a-z]{26}$/.test(name) ? name.slice(0, 4) : '…'
}

/** An id with its kind or without, a sealed value, a hash: in this order, since the last is part of the others. */
const NAMES =
  /(?<![\w-])(?:[a-z]{3}_)?[0-9a-z]{26}(?![\w-])|sealed\.[\w.-]+|(?<!\w)[0-9a-f]{64}(?!\w)|[\w-]{43}|(?<=sotto-)[0-9a-z]{26}/g

/** Makes the database what it was. The triggers of what has changed are away meanwhile: what happened cannot be deleted otherwise. */
export async function restore({ tables }: Snapshot, changes: Changes): Promise<void> {
  if (changes.size === 0) return
  const { results: triggers } = await env.DB.prepare(
    "SELECT name, tbl_name AS onTable, sql FROM sqlite_master WHERE type = 'trigger'",
  ).all<{ readonly name: string; readonly onTable: string; readonly sql: string }>()
  const away = triggers.filter(({ onTable }) => changes.has(onTable))
  const pairs = Array.from(changes, ([name, changed]) => changed.map((each) => ({ name, ...each }))).flat()
  await env.DB.batch([
    env.DB.prepare('PRAGMA defer_foreign_keys = ON'),
    ...away.map(({ name }) => env.DB.prepare(`DROP TRIGGER ${name}`)),
    ...pairs.flatMap(({ name, after }) =>
      after ? [deleted(name, tables.get(name)?.keys ?? [], after)] : [],
    ),
    ...pairs.flatMap(({ name, before }) => (before ? [inserted(name, before)] : [])),
    ...away.map(({ sql }) => env.DB.prepare(sql)),
  ])
}

function deleted(table: string, keys: readonly string[], row: Row): D1PreparedStatement {
  const where = keys.map((key) => `${key} = ?`).join(' AND ')
  return env.DB.prepare(`DELETE FROM ${table} WHERE ${where}`).bind(...keys.map((key) => row[key]))
}

function inserted(table: string, row: Row): D1PreparedStatement {
  const columns = Object.keys(row)
  const places = columns.map(() => '?').join(', ')
  return env.DB.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`).bind(
    ...Object.values(row),
  )
}

let shapes: readonly (readonly [string, readonly string[]])[] | null = null

async function readTables(): Promise<ReadonlyMap<string, Table>> {
  shapes ??= await readShapes()
  const read = await env.DB.batch<Row>(
    shapes.map(([name, keys]) =>
      env.DB.prepare(keys[0] === 'rowid' ? `SELECT rowid AS rowid, * FROM ${name}` : `SELECT * FROM ${name}`),
    ),
  )
  return new Map(
    shapes.map(([name, keys], index) => {
      const rows = read[index]?.results ?? []
      const byKey = new Map(rows.map((row) => [JSON.stringify(keys.map((key) => row[key])), row]))
      return [name, { keys, rows: byKey }]
    }),
  )
}

async function readShapes() {
  const { results } = await env.DB.prepare(
    `SELECT name, sql, (SELECT group_concat(column.name) FROM pragma_table_info(tables.name) AS column
       WHERE column.pk > 0) AS keys
     FROM sqlite_master AS tables WHERE type = 'table' AND name NOT GLOB '_cf*' AND name NOT GLOB 'sqlite_*'
       AND name NOT GLOB 'd1_*'`,
  ).all<{ readonly name: string; readonly sql: string; readonly keys: string }>()
  return results.map(
    ({ name, sql, keys }) => [name, /WITHOUT ROWID/i.test(sql) ? keys.split(',') : ['rowid']] as const,
  )
}
