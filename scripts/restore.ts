import './quiet.ts'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'

import { now } from './asked-now.ts'
import { digestsOf } from './backup/digest.ts'
import { exportRemote } from './backup/source.ts'
import { again } from './erase.ts'
import { migrate } from './migrate.ts'
import { sinceOf, type Since } from './restore/after-restore.ts'
import { refuseWithoutKeys } from './restore/keys.ts'
import { rehearse, type Rehearsed } from './restore/rehearse.ts'
import { isEmpty, refuseDifferent, replaceLocal, replaceSql } from './restore/replace.ts'
import { type Run, run } from './run.ts'
import { openSqlite } from './sqlite.ts'
import { localFile } from './state-file.ts'
import { lockState } from './state-lock.ts'
import { developmentSecrets, stateDirectory } from './state.ts'
import { readTombstones } from './tombstones.ts'

const USAGE = `npm run restore -- FILE [--replace] [--tombstones FILE] [--without-keys]; with --remote into the deployed
database, else into that of STATE_DIR, whose server is stopped before.`

/** What the running Worker writes by itself. */
const OF_THE_CLOCK = ['ticks', 'timers']

type Wish = {
  readonly file: string
  readonly isReplacing: boolean
  readonly needsKeys: boolean
  readonly tombstones: string | null
}

/** `ran` runs wrangler. */
export async function main(words: readonly string[], ran: Run = run): Promise<void> {
  const wish = wishOf(words)
  const { header, migrated } = await (words.includes('--remote')
    ? restoreRemote(wish, ran)
    : restoreLocal(wish))
  console.log(`Restored as it was on ${header.at}, and compared.`)
  if (migrated.length > 0) console.log(`Brought to this version: ${migrated.length} migrations.`)
  console.log('Everybody is signed out. Nothing is sent until somebody says so: sign in, and open Delivery.')
}

function wishOf(words: readonly string[]): Wish {
  const rest = words.filter((word) => !['--remote', '--replace', '--without-keys'].includes(word))
  const at = rest.indexOf('--tombstones')
  const [tombstones = null] = at < 0 ? [] : rest.splice(at, 2).slice(1)
  const [file, ...more] = rest
  if (file === undefined || file.startsWith('-') || more.length > 0 || (at >= 0 && tombstones === null))
    throw new Error(USAGE)
  return {
    ...{ file, tombstones },
    isReplacing: words.includes('--replace'),
    needsKeys: !words.includes('--without-keys'),
  }
}

async function restoreLocal(wish: Wish): Promise<Rehearsed> {
  const directory = stateDirectory()
  await lockState(directory, 'npm run restore -- FILE')
  const { SEALING_KEYS: keyring } = await developmentSecrets(directory)
  if ((await localFile(directory)) === null) await migrate(directory)
  const file = await localFile(directory)
  if (file === null) throw new Error(`There is no database in ${directory}.`)
  const target = await openSqlite(file)
  const beside = await readFile(join(directory, 'tombstones.json'), 'utf8').catch(() => '[]')
  const since = await sinceIn(target, wish, beside)
  const rehearsed = await prepare(wish, { target, since, keyring })
  replaceLocal(target, rehearsed.database)
  target.close()
  await migrate(directory)
  if (since.tombstones.length > 0) await again(since.tombstones, null)
  return rehearsed
}

async function restoreRemote(wish: Wish, ran: Run): Promise<Rehearsed> {
  const target = await exportRemote(ran)
  const since = await sinceIn(target, wish, '[]')
  const rehearsed = await prepare(wish, { target, since, keyring: process.env['SEALING_KEYS'] ?? '' })
  const folder = await mkdtemp(join(tmpdir(), 'sotto-restore-'))
  try {
    const file = join(folder, 'restore.sql')
    const statements = Array.from(replaceSql(target, rehearsed.database), (each) => `${each};\n`)
    await writeFile(file, statements.join(''), { mode: 0o600 })
    await ran('wrangler', ['d1', 'execute', 'DB', '--remote', '--yes', '--file', file])
  } finally {
    await rm(folder, { recursive: true })
  }
  const found = await exportRemote(ran)
  refuseDifferent(digestsOf(rehearsed.database), digestsOf(found), OF_THE_CLOCK)
  if (since.tombstones.length > 0)
    console.log(
      `${since.tombstones.length} tombstones are there: the clock erases again in its next minutes.`,
    )
  return rehearsed
}

async function sinceIn(target: DatabaseSync, wish: Wish, beside: string): Promise<Since> {
  const since = sinceOf(target)
  const named = wish.tombstones === null ? '[]' : await readFile(wish.tombstones, 'utf8')
  return { ...since, tombstones: [...since.tombstones, ...readTombstones(beside), ...readTombstones(named)] }
}

/** Everything that can be refused is refused here, before a row is touched. */
async function prepare(
  { file, isReplacing, needsKeys }: Wish,
  {
    target,
    since,
    keyring,
  }: { readonly target: DatabaseSync; readonly since: Since; readonly keyring: string },
): Promise<Rehearsed> {
  if (!isReplacing && !isEmpty(target))
    throw new Error('There is somebody in the database: --replace takes everything in it away.')
  const rehearsed = await rehearse(await readFile(file, 'utf8'), { now: now(), since })
  if (needsKeys) await refuseWithoutKeys(rehearsed.database, rehearsed.header.keys, keyring)
  return rehearsed
}

if (process.argv[1] === import.meta.filename)
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
