import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'

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
import { writeJson } from './deploying/kept.ts'
import { keptSecret, putSecret, sendUnsent } from './kept-secret.ts'
import { type Run, run } from './run.ts'
import { developmentSecrets, newSealingKey, stateDirectory, writeSecrets } from './state.ts'

const ROWS_AT_ONCE = 100
const OLD_KEYS = 'old-keys.json'

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

/** The list with a fresh key in front. */
function withNew(keyring: string): string {
  const newest = Math.max(0, ...idsOf(keyring).map((id) => Number(/\d+$/.exec(id)?.[0] ?? 0)))
  return `k${newest + 1}=${newSealingKey()},${keyring}`
}

/**
 * `--new` makes a key first. With `--remote` it is the deployed database, and the keys that are kept beside the deployment,
 * or else stand in the environment's SEALING_KEYS: Cloudflare shows no secret again. Else that of STATE_DIR, where those that no
 * row needs are taken out; with `--remote` only `--drop` does that.
 */
export async function main(words: readonly string[], ran: Run = run, deployments?: string): Promise<void> {
  if (words.includes('--remote')) return rotateRemotely(words, ran, deployments)
  const directory = stateDirectory()
  const known = await developmentSecrets(directory)
  const { SEALING_KEYS } = known
  const keyring = words.includes('--new') ? withNew(SEALING_KEYS) : SEALING_KEYS
  await writeSecrets(directory, { ...known, SEALING_KEYS: keyring })
  const counted = await rotate(localDatabase(directory, ran), keyring)
  for (const line of reportOf(counted, idsOf(keyring))) console.log(line)
  await writeSecrets(directory, { ...known, SEALING_KEYS: needed(keyring, counted) })
}

async function rotateRemotely(words: readonly string[], ran: Run, deployments?: string): Promise<void> {
  const [isNew, isDrop] = [words.includes('--new'), words.includes('--drop')]
  const kept = await keptSecret('SEALING_KEYS', deployments)
  const database = databaseAt(['--remote', ...kept.where], ran)
  const keyring = isNew ? withNew(kept.value) : kept.value
  const ids = idsOf(keyring)
  if ((isNew || isDrop) && kept.folder === null)
    throw new Error('Nothing is kept here: set SEALING_KEYS by hand (docs/operating.md).')
  if (isNew && isDrop)
    throw new Error('A Worker may go on sealing with the old key for a while: --drop is for a later run.')
  if (isNew) {
    mustKnow(await count(database), ids)
    await putSecret(kept, keyring, ran)
  } else await sendUnsent(kept, ran)
  const counted = await rotate(database, keyring)
  for (const line of reportOf(counted, ids)) console.log(line)
  const left = needed(keyring, counted)
  if (isDrop && kept.folder !== null && left !== keyring) {
    await keepOld(kept.folder, keyring, left)
    await putSecret(kept, left, ran)
  }
}

/** A list without a key that rows need is not what the Worker has: sent, it would close them. */
function mustKnow(counted: Counted, ids: readonly string[]): void {
  const all = new Set([...counted.values()].flatMap((keys) => Object.keys(keys)))
  const lost = [...all].filter((id) => id !== '' && !ids.includes(id))
  if (lost.length > 0)
    throw new Error(
      `Rows are sealed with ${lost.join(', ')}, which is not kept here: put the SEALING_KEYS that the Worker has into secrets.json first.`,
    )
}

/** Backups from before still need them. */
async function keepOld(folder: string, keyring: string, left: string): Promise<void> {
  const written = await readFile(join(folder, OLD_KEYS), 'utf8').catch(() => '[]')
  const stays = left.split(',')
  const gone = keyring.split(',').flatMap((each) => (stays.includes(each.trim()) ? [] : [each.trim()]))
  await writeJson(folder, OLD_KEYS, [...z.array(z.string()).parse(JSON.parse(written)), ...gone])
}

if (process.argv[1] === import.meta.filename)
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
