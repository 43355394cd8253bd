import './quiet.ts'
import { keptHead } from '../worker/domain/record/proof.ts'
import { now } from './asked-now.ts'
import { type Audit, type Kept, type Read, verify } from './audit/verify.ts'
import { migrationTexts } from './migrate.ts'
import { remoteRows } from './remote-rows.ts'
import { type Run, run } from './run.ts'
import { openSqlite } from './sqlite.ts'
import { localFile } from './state-file.ts'
import { stateDirectory } from './state.ts'

const USAGE = `npm run audit:verify -- [--head HASH@ID]… [--json]; with --remote of the deployed database, else of that of
STATE_DIR.`
const GUARDED = /^(access_log|seals|events)_/

/** Ends with 1 where anything is not as it was sealed. `ran` runs wrangler. */
export async function main(words: readonly string[], ran: Run = run): Promise<void> {
  const kept = keptIn(words)
  const isJson = words.includes('--json')
  const read = words.includes('--remote') ? readRemote(ran) : await readLocal()
  const audit = await verify(read, { now: now(), kept, guards: await guards() })
  if (isJson) console.log(JSON.stringify(audit))
  else for (const line of linesOf(audit)) console.log(line)
  if (audit.faults.length > 0) process.exitCode = 1
}

function keptIn(words: readonly string[]): readonly Kept[] {
  const rest = words.filter((word) => word !== '--json' && word !== '--remote')
  const kept: Kept[] = []
  for (let nth = 0; nth < rest.length; nth += 2) {
    const { head, id } = /^(?<head>[\w-]{40,64})@(?<id>\d+)$/.exec(rest[nth + 1] ?? '')?.groups ?? {}
    if (rest[nth] !== '--head' || head === undefined || id === undefined) throw new Error(USAGE)
    kept.push({ head, id: Number(id) })
  }
  return kept
}

function linesOf({ faults, head, lines, seals, unsealed }: Audit): readonly string[] {
  const counts = `${lines} lines, ${seals} seals, ${unsealed} lines since the newest seal: those are guarded by the triggers alone.`
  const newest = head
    ? [`The newest seal, to be kept elsewhere: --head ${keptHead(head)}`]
    : ['Nothing is sealed yet.']
  return faults.length === 0
    ? [counts, 'The chain is whole.', ...newest]
    : [counts, ...faults.map(({ fault, what }) => `${fault}: ${what}.`), ...newest]
}

function readRemote(ran: Run): Read {
  return async (query) =>
    remoteRows(
      await ran('wrangler', ['d1', 'execute', 'DB', '--remote', '--yes', '--json', '--command', query]),
    )
}

async function readLocal(): Promise<Read> {
  const file = await localFile(stateDirectory())
  if (file === null) throw new Error(`There is no database in ${stateDirectory()}.`)
  const database = await openSqlite(file, { readOnly: true })
  database.exec('BEGIN')
  return (query) => Promise.resolve(database.prepare(query).all())
}

/** The triggers that keep the log, the seals and the events, as the migrations make them. */
async function guards(): Promise<ReadonlyMap<string, string>> {
  const database = await openSqlite()
  for (const text of await migrationTexts()) database.exec(text)
  const rows = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all()
  return new Map(
    rows.flatMap(({ name, sql }) =>
      GUARDED.test(String(name)) ? [[String(name), String(sql)] as const] : [],
    ),
  )
}

if (process.argv[1] === import.meta.filename)
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
