import type { Instant } from '../../worker/domain/time/time.ts'
import type { Doors } from './doors.ts'

/** Each query counts rows that must not exist right after a tick. */
const FORBIDDEN_COUNTS: Readonly<Record<string, (now: Instant) => string>> = {
  'somebody is taken twice': () => `
    SELECT count(*) FROM claims AS one JOIN claims AS other ON other.person_id = one.person_id
    WHERE other.session_id > one.session_id AND other.starts_at < one.ends_at AND one.starts_at < other.ends_at`,
  'a time is held past its hour': (now) => `SELECT count(*) FROM claims WHERE held_until <= ${now}`,
  'a time is held for no offer': () => `
    SELECT count(*) FROM claims WHERE held_until IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM offers WHERE offers.session_id = claims.session_id AND offers.status = 'open')`,
  'a date is not taken for both': (now) => `
    SELECT count(*) FROM sessions WHERE status = 'fixed' AND starts_at > ${now} AND 2 <> (
      SELECT count(*) FROM claims WHERE claims.session_id = sessions.id AND claims.held_until IS NULL
      AND claims.starts_at = sessions.starts_at AND claims.ends_at = sessions.ends_at)`,
  'a pairing has two rounds in hand': (now) => `
    SELECT count(*) FROM (SELECT 1 FROM sessions
    WHERE status = 'offered' OR (status = 'fixed' AND ends_at > ${now}) GROUP BY pairing_id HAVING count(*) > 1)`,
  'a letter is late': (now) => `SELECT count(*) FROM outbox WHERE state = 'waiting' AND due_at <= ${now}`,
  'a letter could not be sent': () => `SELECT count(*) FROM outbox WHERE state = 'failed'`,
}

export async function auditAt({ rows }: Pick<Doors, 'rows'>, now: Instant): Promise<readonly string[]> {
  const counted = Object.entries(FORBIDDEN_COUNTS).map(([name, count]) => `(${count(now)}) AS "${name}"`)
  const [found = {}] = await rows(`SELECT ${counted.join(', ')}`)
  return Object.keys(FORBIDDEN_COUNTS).filter((name) => found[name] !== 0)
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
