import type { Instant } from '../../worker/domain/time/time.ts'
import { checkTables } from '../../worker/storage/fsck/check.ts'
import type { Doors } from './doors.ts'

/** What must not be right after a tick, besides what may never be: each query counts rows. */
const FORBIDDEN_COUNTS: Readonly<Record<string, (now: Instant) => string>> = {
  'a time is held past its hour': (now) => `SELECT count(*) FROM claims WHERE held_until <= ${now}`,
  'a letter is late': (now) => `SELECT count(*) FROM outbox WHERE state = 'waiting' AND due_at <= ${now}`,
  'a letter could not be sent': () => `SELECT count(*) FROM outbox WHERE state = 'failed'`,
}

/** By name, what is not as it must be in the tables. */
export async function auditAt({ rows }: Pick<Doors, 'rows'>, now: Instant): Promise<readonly string[]> {
  const counted = Object.entries(FORBIDDEN_COUNTS).map(([name, count]) => `(${count(now)}) AS "${name}"`)
  const [found = {}] = await rows(`SELECT ${counted.join(', ')}`)
  const broken = await checkTables((questions) => Promise.all(questions.map((each) => rows(each))), now)
  return [
    ...Object.keys(FORBIDDEN_COUNTS).filter((name) => found[name] !== 0),
    ...broken.map(({ name }) => name),
  ]
}

/** Opens every page, expired ones too, and compares all tables: a GET writes only the access log and counters. */
export async function writtenByGets(
  doors: Pick<Doors, 'ask' | 'rows'>,
  paths: readonly string[],
): Promise<readonly string[]> {
  const before = await contentOf(doors)
  const failed: string[] = []
  for (const path of paths) {
    const answer = await doors.ask(path)
    await answer.text()
    if (answer.status >= 400 && answer.status !== 410)
      failed.push(`GET ${path.split('?')[0]} answered ${answer.status}`)
  }
  const after = await contentOf(doors)
  const written = [...after].flatMap(([table, rows]) => (before.get(table) === rows ? [] : [table]))
  return [...failed, ...written.map((table) => `a GET wrote to ${table}`)]
}

const LOGGED_BY_GETS = ['access_log', 'counters']

async function contentOf({ rows }: Pick<Doors, 'rows'>): Promise<ReadonlyMap<string, string>> {
  const tables = await rows(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
  )
  const names = tables.map(({ name }) => String(name)).filter((name) => !LOGGED_BY_GETS.includes(name))
  const contents = names.map(
    async (name) => [name, JSON.stringify(await rows(`SELECT * FROM "${name}"`))] as const,
  )
  return new Map(await Promise.all(contents))
}
