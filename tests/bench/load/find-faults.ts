import * as z from 'zod/mini'

import type { CheckName } from '../../../worker/domain/fsck/check.ts'
import { instant } from '../../../worker/domain/time/time.ts'
import { type Ask, checkTables } from '../../../worker/storage/fsck/check.ts'
import type { DeployedWorker } from '../deployed-worker.ts'
import type { Loaded } from './run-load.ts'
import type { Timed } from './visitor.ts'

const Count = z.object({ count: z.number() })
const OVERLAP: CheckName = 'double-booked'
const Time = z.object({ time: z.string() })
const Happened = z.object({ subject: z.string(), code: z.string(), count: z.number() })

/** What does not leave at night may wait. */
const UNSENT = `SELECT count(*) AS count FROM outbox
  WHERE state IN ('failed', 'stopped') OR (state = 'waiting' AND is_quiet = 0 AND due_at <= unixepoch() * 1000)`
const MAILS = `SELECT count(*) AS count FROM received`
/** What the clients' requests brought about: not the clock. */
const EVENTS = `SELECT subject, code, count(*) AS count FROM events
  WHERE door <> 'clock' AND code IN ('offered', 'booked', 'moved', 'cancelled', 'logged', 'log-replaced')
  GROUP BY subject, code`
/** Where sessions were, by their histories. */
const TIMES = `SELECT DISTINCT subject || ' ' || json_extract(detail, '$.start') AS time FROM events
  WHERE json_extract(detail, '$.start') IS NOT NULL`

export type Faults = Readonly<Record<Fault, readonly string[]>>
type Fault =
  | '5xx'
  | 'unexpected answers'
  | 'refused without a sentence'
  | 'overlaps'
  | 'broken invariants'
  | 'acknowledged but not there once'
  | 'repeats that differ'
  | 'mails lost or doubled'
  | 'letters left behind'

/** What must not be, asked of the answers and of the database. */
export async function findFaults(
  { askDatabase }: Pick<DeployedWorker, 'askDatabase'>,
  { alone, together, acknowledged, cast }: Pick<Loaded, 'alone' | 'together' | 'acknowledged' | 'cast'>,
): Promise<Faults> {
  const all = [...alone, ...together]
  const [mails, unsent] = (await askDatabase([MAILS, UNSENT])).map(([row]) => Count.parse(row).count)
  const broken = (await checkTables(askDatabase, instant(Date.now()))).map(
    ({ name, ids }) => [name, `${name}: ${ids.join(', ')}`] as const,
  )
  const said = (is: (timed: Timed) => boolean) =>
    all.filter(is).map(({ kind, status }) => `${kind}: ${status}`)
  return {
    '5xx': said(({ status }) => status >= 500),
    'unexpected answers': said(({ status }) => status < 500 && status >= 300 && status !== 409),
    'refused without a sentence': said(({ status, saysWhy }) => status === 409 && !saysWhy),
    overlaps: broken.flatMap(([name, line]) => (name === OVERLAP ? [line] : [])),
    'broken invariants': broken.flatMap(([name, line]) => (name === OVERLAP ? [] : [line])),
    'acknowledged but not there once': await lostOrDoubled(askDatabase, acknowledged, cast),
    'repeats that differ': acknowledged.contradictions,
    'mails lost or doubled':
      mails === acknowledged.mails ? [] : [`${acknowledged.mails} taken, ${mails} there`],
    'letters left behind': unsent === 0 ? [] : [`${unsent} letters`],
  }
}

async function lostOrDoubled(
  askDatabase: Ask,
  { events, times }: Loaded['acknowledged'],
  { logged }: Loaded['cast'],
): Promise<readonly string[]> {
  const found = new Map<string, number>()
  // What the cast has booked itself, three days ago.
  for (const { id } of logged) found.set(`${id} booked`, -1)
  const [happened = [], stood = []] = await askDatabase([EVENTS, TIMES])
  for (const row of happened) {
    const { subject, code, count } = Happened.parse(row)
    const key = `${subject} ${code === 'log-replaced' ? 'logged' : code}`
    found.set(key, (found.get(key) ?? 0) + count)
  }
  const wrong = Array.from(new Set([...events.keys(), ...found.keys()])).flatMap((key) => {
    const [there, expected] = [found.get(key) ?? 0, events.get(key) ?? 0]
    return isRight(key, expected, there) ? [] : [`${key}: ${expected} acknowledged, ${there} there`]
  })
  const there = new Set(stood.map((row) => Time.parse(row).time))
  const never = [...times].filter((time) => !there.has(time))
  return [...wrong, ...never.map((time) => `${time}: acknowledged, never there`)]
}

/**
 * An offer or a booking has an id of its own. The others are answered with success when they change nothing any more, and
 * a session can be moved to where it stands.
 */
function isRight(key: string, acknowledged: number, there: number): boolean {
  if (/ (?:offered|booked)$/.test(key)) return there === acknowledged
  return there <= acknowledged && (there > 0 || acknowledged === 0 || key.endsWith(' moved'))
}
