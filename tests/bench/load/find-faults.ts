import * as z from 'zod/mini'

import type { DeployedWorker } from '../deployed-worker.ts'
import type { Loaded } from './run-load.ts'
import type { Timed } from './visitor.ts'

const Count = z.object({ count: z.number() })
const Happened = z.object({ subject: z.string(), code: z.string(), count: z.number() })

/** Two sessions of one person at one time, by what the sessions say, and by what is claimed. */
const OVERLAPS = [
  `WITH taken AS (
    SELECT id, starts_at, ends_at, mentor_id AS person FROM sessions WHERE status = 'fixed'
    UNION ALL SELECT id, starts_at, ends_at, executive_id FROM sessions WHERE status = 'fixed')
  SELECT count(*) AS count FROM taken one JOIN taken other ON other.person = one.person AND other.id > one.id
    AND other.starts_at < one.ends_at AND other.ends_at > one.starts_at`,
  `SELECT count(*) AS count FROM claims one JOIN claims other ON other.person_id = one.person_id
    AND other.session_id > one.session_id AND other.starts_at < one.ends_at AND other.ends_at > one.starts_at`,
]
/** What does not leave at night may wait. */
const UNSENT = `SELECT count(*) AS count FROM outbox
  WHERE state IN ('failed', 'stopped') OR (state = 'waiting' AND is_quiet = 0 AND due_at <= unixepoch() * 1000)`
const MAILS = `SELECT count(*) AS count FROM received`
/** What the clients' requests brought about: not the clock. */
const EVENTS = `SELECT subject, code, count(*) AS count FROM events
  WHERE door <> 'clock' AND code IN ('offered', 'booked', 'moved', 'cancelled', 'logged', 'log-replaced')
  GROUP BY subject, code`

export type Faults = Readonly<Record<Fault, readonly string[]>>
type Fault =
  | '5xx'
  | 'unexpected answers'
  | 'refused without a sentence'
  | 'overlaps'
  | 'acknowledged but not there once'
  | 'repeats that differ'
  | 'mails lost or doubled'
  | 'letters left behind'

/** What must not be, asked of the answers and of the database. */
export async function findFaults(
  deployed: Pick<DeployedWorker, 'rowsOf'>,
  { alone, together, acknowledged, cast }: Pick<Loaded, 'alone' | 'together' | 'acknowledged' | 'cast'>,
): Promise<Faults> {
  const all = [...alone, ...together]
  const counted = async (query: string) => Count.parse((await deployed.rowsOf(query))[0]).count
  const overlaps = await Promise.all(OVERLAPS.map(counted))
  const mails = await counted(MAILS)
  const unsent = await counted(UNSENT)
  const said = (is: (timed: Timed) => boolean) =>
    all.filter(is).map(({ kind, status }) => `${kind}: ${status}`)
  return {
    '5xx': said(({ status }) => status >= 500),
    'unexpected answers': said(({ status }) => status < 500 && status >= 300 && status !== 409),
    'refused without a sentence': said(({ status, saysWhy }) => status === 409 && !saysWhy),
    overlaps: overlaps.flatMap((count, index) =>
      count > 0 ? [`${count} ${index === 0 ? 'sessions' : 'claims'}`] : [],
    ),
    'acknowledged but not there once': await lostOrDoubled(deployed, acknowledged, cast),
    'repeats that differ': acknowledged.contradictions,
    'mails lost or doubled':
      mails === acknowledged.mails ? [] : [`${acknowledged.mails} taken, ${mails} there`],
    'letters left behind': unsent > 0 ? [`${unsent} letters`] : [],
  }
}

async function lostOrDoubled(
  deployed: Pick<DeployedWorker, 'rowsOf'>,
  { events }: Loaded['acknowledged'],
  { logged }: Loaded['cast'],
): Promise<readonly string[]> {
  const found = new Map<string, number>()
  // What the cast has booked itself, three days ago.
  for (const { id } of logged) found.set(`${id} booked`, -1)
  for (const row of await deployed.rowsOf(EVENTS)) {
    const { subject, code, count } = Happened.parse(row)
    const key = `${subject} ${code === 'log-replaced' ? 'logged' : code}`
    found.set(key, (found.get(key) ?? 0) + count)
  }
  return Array.from(new Set([...events.keys(), ...found.keys()])).flatMap((key) => {
    const [there, expected] = [found.get(key) ?? 0, events.get(key) ?? 0]
    return isRight(key, expected, there) ? [] : [`${key}: ${expected} acknowledged, ${there} there`]
  })
}

/** An offer or a booking has an id of its own. The others are answered with success when they change nothing any more. */
function isRight(key: string, acknowledged: number, there: number): boolean {
  if (/ (?:offered|booked)$/.test(key)) return there === acknowledged
  return there <= acknowledged && (there > 0 || acknowledged === 0)
}
