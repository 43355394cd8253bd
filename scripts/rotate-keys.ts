import { readKeyring } from '../worker/domain/seal/keyring.ts'
import { sealingOf } from '../worker/sealing.ts'
import {
  countByKey,
  SEALED_COLUMNS,
  type SealedColumn,
  selectOlder,
  updateTo,
} from '../worker/storage/seal/sealed-columns.ts'
import { type Asked, databaseAt, localDatabase } from './asked-database.ts'
import { type Run, run } from './run.ts'
import { developmentSecrets, newSealingKey, stateDirectory, writeSecrets } from './state.ts'

const ROWS_AT_ONCE = 100

/** How many rows there are of each key, by column. The empty id is for those in clear. */
export type Counted = ReadonlyMap<string, Readonly<Record<string, number>>>

/**
 * Seals with the first key what another has sealed, slice by slice, and counts what is there afterwards. Stopped half-way
 * it goes on when it is run again: a row that has the newest key is not looked at.
 */
export async function rotate(database: Asked, keyring: string): Promise<Counted> {
  for (const column of SEALED_COLUMNS) await rotateColumn(database, column, keyring)
  return count(database)
}

async function rotateColumn(database: Asked, column: SealedColumn, keyring: string): Promise<void> {
  const sealing = sealingOf(keyring)
  for (let after = ''; ;) {
    const rows = await database.read(selectOlder(column, sealing.sealsWith, { after, limit: ROWS_AT_ONCE }))
    const statements: string[] = []
    for (const { row, stored } of rows) {
      if (typeof row !== 'string' || typeof stored !== 'string') continue
      const made = await column.renew(sealing, row, stored)
      if (made.ok) statements.push(updateTo(column, { key: row, stored, made: made.value }))
      after = row
    }
    if (statements.length > 0) await database.write(statements)
    if (rows.length < ROWS_AT_ONCE) return
  }
}

export async function count(database: Asked): Promise<Counted> {
  const counted = new Map<string, Readonly<Record<string, number>>>()
  for (const column of SEALED_COLUMNS) {
    const rows = await database.read(countByKey(column))
    counted.set(
      `${column.table}.${column.column}`,
      Object.fromEntries(rows.map(({ key, count: rowCount }) => [String(key), Number(rowCount)])),
    )
  }
  return counted
}

/** What is there, and which keys may go. A key that any row needs must stay, whatever else was done. */
export function reportOf(counted: Counted, keyIds: readonly string[]): readonly string[] {
  const [newest, ...older] = keyIds
  const total = (id: string) => [...counted.values()].reduce((sum, keys) => sum + (keys[id] ?? 0), 0)
  const all = new Set([...counted.values()].flatMap((keys) => Object.keys(keys)))
  const lost = [...all].filter((id) => id !== '' && !keyIds.includes(id)).toSorted()
  return [
    ...Array.from(counted, ([column, keys]) => `${column}: ${keysIn(keys)}`),
    `${newest} seals.`,
    ...older.map((id) =>
      total(id) > 0
        ? `${id} has to stay: ${rowsIn(total(id))} of it left.`
        : `${id} may be removed: no row needs it.`,
    ),
    ...lost.map(
      (id) =>
        `${id} is missing: ${rowsIn(total(id))} of it cannot be read. Put the key back and run this again.`,
    ),
    ...(total('') > 0 ? [`${rowsIn(total(''))} in clear.`] : []),
  ]
}

function keysIn(keys: Readonly<Record<string, number>>): string {
  const each = Object.entries(keys).map(([id, rowCount]) => `${rowCount} with ${id === '' ? 'none' : id}`)
  return each.length > 0 ? each.join(', ') : 'none'
}

function rowsIn(rowCount: number): string {
  return rowCount === 1 ? '1 row' : `${rowCount} rows`
}

/** The keys that stay when those that no row needs are taken out of the file of a development server. */
export function needed(keyring: string, counted: Counted): string {
  const needs = new Set([...counted.values()].flatMap((keys) => Object.keys(keys)))
  const [newest = '', ...older] = keyring.split(',').map((each) => each.trim())
  return [newest, ...older.filter((each) => needs.has(each.split('=')[0] ?? ''))].join(',')
}

function idsOf(keyring: string): readonly string[] {
  const read = readKeyring(keyring)
  if (!read.ok) throw new Error(`SEALING_KEYS is ${read.refusal}: docs/operating.md says how it is written.`)
  return read.value.map(({ id }) => id)
}

/**
 * `--remote` asks the deployed database, with the keys of the environment's SEALING_KEYS: Cloudflare shows no secret again.
 * Else that of STATE_DIR, where `--new` makes a key first, and those that no row needs are taken out.
 */
export async function main(words: readonly string[], ran: Run = run): Promise<void> {
  if (words.includes('--remote')) {
    const keyring = process.env['SEALING_KEYS'] ?? ''
    const ids = idsOf(keyring)
    for (const line of reportOf(await rotate(databaseAt(['--remote'], ran), keyring), ids)) console.log(line)
    return
  }
  const directory = stateDirectory()
  const known = await developmentSecrets(directory)
  const { SEALING_KEYS } = known
  const fresh = `k${1 + Math.max(0, ...idsOf(SEALING_KEYS).map((id) => Number(/\d+$/.exec(id)?.[0] ?? 0)))}`
  const keyring = words.includes('--new') ? `${fresh}=${newSealingKey()},${SEALING_KEYS}` : SEALING_KEYS
  await writeSecrets(directory, { ...known, SEALING_KEYS: keyring })
  const counted = await rotate(localDatabase(directory, ran), keyring)
  for (const line of reportOf(counted, idsOf(keyring))) console.log(line)
  await writeSecrets(directory, { ...known, SEALING_KEYS: needed(keyring, counted) })
}

if (process.argv[1] === import.meta.filename)
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
