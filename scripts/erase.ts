import './quiet.ts'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getPlatformProxy } from 'wrangler'

import { sentenceOf } from '../web/words/refusals/sentence.ts'
import type { PersonId } from '../worker/domain/ids.ts'
import type { Erased, Tombstone } from '../worker/domain/people/tombstone.ts'
import type { Refusal } from '../worker/domain/refusals.ts'
import type { Result } from '../worker/domain/result.ts'
import type { Local } from './erasing/door.ts'
import { remoteRows } from './remote-rows.ts'
import { root } from './root.ts'
import { type Run, run } from './run.ts'
import { secretFile, stateDirectory } from './state.ts'
import { againSql, eraseSql, isId, LIST_SQL, readTombstones } from './tombstones.ts'

type Execute = (sql: string) => Promise<string>

const USAGE =
  'npm run erase -- PERSON_ID, or --again FILE, or --list; with --remote in the deployed database, else in that of STATE_DIR.'

/** `ran` runs wrangler. */
export async function main(words: readonly string[], ran: Run = run): Promise<void> {
  const execute: Execute = (sql) =>
    ran('wrangler', ['d1', 'execute', 'DB', '--remote', '--yes', '--json', '--command', sql])
  const isRemote = words.includes('--remote')
  const [first = '', file = ''] = words.filter((word) => word !== '--remote')
  if (first === '--list')
    return console.log(
      JSON.stringify(
        await (isRemote ? listRemote(execute) : local((doors, env, now) => doors.list(env, now))),
      ),
    )
  if (first === '--again')
    return again(readTombstones(await readFile(file, 'utf8')), isRemote ? execute : null)
  const id = isId('per').safeParse(first)
  if (!id.success) throw new Error(USAGE)
  await (isRemote ? eraseRemote(execute, id.data) : eraseLocal(id.data))
}

async function eraseLocal(id: PersonId): Promise<void> {
  const kept = join(stateDirectory(), 'tombstones.json')
  const tombstones = await local(async (doors, env, now) => {
    console.log(said(await doors.erase(env, now, id)))
    return doors.list(env, now)
  })
  await writeFile(kept, `${JSON.stringify(tombstones)}\n`)
  console.log(`${kept} says who is erased, without names: keep it apart from the backups.`)
}

function said(result: Result<Erased, Refusal>): string {
  if (!result.ok && result.refusal.reason === 'not-found') throw new Error('Nobody has this id.')
  if (!result.ok) throw new Error(sentenceOf(result.refusal, { locale: 'en', zone: 'UTC' }))
  const { isErased, waitsFor } = result.value
  return isErased
    ? 'Erased.'
    : `${waitsFor} cancellations leave first; the clock then erases the rest, within a day at most.`
}

async function eraseRemote(execute: Execute, id: PersonId): Promise<void> {
  const asked = remoteRows(await execute(eraseSql(id, Date.now())))
  if (asked.length === 0)
    throw new Error(
      'Not erased: nobody has this id, or this person runs the installation or alone manages a programme.',
    )
  console.log('The next minute erases, once the cancellations have left; within a day at most.')
  console.log('Keep this apart from the backups (--list prints it again):')
  console.log(JSON.stringify(await listRemote(execute)))
}

/** Without `execute`: in the database of STATE_DIR. */
export async function again(tombstones: readonly Tombstone[], execute: Execute | null): Promise<void> {
  if (execute) {
    await execute(againSql(tombstones, Date.now()))
    return console.log(`${tombstones.length} tombstones are there: the next minutes erase again.`)
  }
  const count = await local((doors, env, now) => doors.again(env, now, tombstones))
  console.log(`Tombstones: ${tombstones.length}; people who were erased again: ${count}.`)
}

async function listRemote(execute: Execute): Promise<readonly Tombstone[]> {
  return readTombstones(JSON.stringify(remoteRows(await execute(LIST_SQL))))
}

/** The actions run in this process, on the database of STATE_DIR; whoever serves it sends the cancellations. */
async function local<Value>(
  act: (doors: Local, env: unknown, testNow: string) => Promise<Value>,
): Promise<Value> {
  const directory = stateDirectory()
  const { env, dispose } = await getPlatformProxy({
    configPath: join(root, 'wrangler.toml'),
    environment: 'development',
    envFiles: [secretFile(directory)],
    persist: { path: join(directory, 'v3') },
    remoteBindings: false,
  })
  try {
    const doors: Local = await import(new URL('erasing/local.ts', import.meta.url).href)
    return await act(doors, env, process.env['TEST_NOW'] ?? '')
  } finally {
    await dispose()
  }
}

if (process.argv[1] === import.meta.filename)
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
