import { type CheckName, CHECKS, type Finding } from '../../domain/fsck/check.ts'
import type { Instant } from '../../domain/time/time.ts'
import { ACCESS_QUERIES } from './access.ts'
import { COUNT_QUERIES } from './counts.ts'
import { LETTER_QUERIES } from './letters.ts'
import { PEOPLE_QUERIES } from './people.ts'
import type { Queries } from './query.ts'
import { SESSION_QUERIES } from './sessions.ts'
import { TIME_QUERIES } from './times.ts'

export type Row = Readonly<Record<string, unknown>>

/** A database that is asked several questions at once, by texts: the Worker's, a file, or the deployed one. It only reads. */
export type Ask = (questions: readonly string[]) => Promise<readonly (readonly Row[])[]>

/** Of what is broken the first are named; the rest is counted. */
const MOST_IDS = 20
/** One call takes some seconds at most, however large the database is. */
const AT_ONCE = 5

const QUERIES = {
  ...{ ...TIME_QUERIES, ...SESSION_QUERIES, ...COUNT_QUERIES },
  ...{ ...LETTER_QUERIES, ...ACCESS_QUERIES, ...PEOPLE_QUERIES },
} satisfies Partial<Queries<CheckName>>
type Queried = keyof typeof QUERIES

/** What breaks an invariant, from outside all rules and actions: each check is one statement that reads tables as they are. */
export async function checkTables(ask: Ask, at: Instant): Promise<readonly Finding[]> {
  const names = CHECKS.filter((name): name is Queried => name in QUERIES)
  const found: Finding[] = []
  for (let start = 0; start < names.length; start += AT_ONCE) {
    const some = names.slice(start, start + AT_ONCE)
    const answers = await ask(some.map((name) => firstOf(QUERIES[name](at))))
    found.push(...some.flatMap((name, index) => toFinding(name, answers[index] ?? [])))
  }
  return found
}

function firstOf(query: string): string {
  return `SELECT id, count(*) OVER () AS count FROM (${query}) LIMIT ${MOST_IDS}`
}

function toFinding(name: CheckName, rows: readonly Row[]): readonly Finding[] {
  const [first] = rows
  return first ? [{ name, count: Number(first['count']), ids: rows.map(({ id }) => String(id)) }] : []
}
