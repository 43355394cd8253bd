import { type SQL, sql } from 'drizzle-orm'

import type { TimerSubject } from '../../domain/clock/timer.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { inOneBatch } from '../batch.ts'
import { TO_ERASE } from '../people/tombstone.ts'
import { reArm } from './timers.ts'

/** Whatever may owe something, and what has timers though nothing owes them any more. Two: D1 takes five parts of a compound SELECT. */
const OWING: readonly SQL[] = [
  sql`
    SELECT id AS value FROM pairings WHERE status <> 'ended'
    UNION SELECT pairing_id FROM sessions WHERE status IN ('offered', 'fixed')
    UNION SELECT id FROM programmes WHERE purged_at IS NULL
    UNION SELECT person_id FROM busy_feeds
    UNION SELECT assistant_id FROM assistants WHERE until_at IS NULL`,
  sql`
    SELECT person_id AS value FROM members WHERE leaves_on IS NOT NULL AND left_at IS NULL
    UNION SELECT person_id FROM memberships WHERE role = 'manager'
    UNION ${TO_ERASE}
    UNION SELECT DISTINCT subject AS value FROM timers WHERE kind NOT IN ('re-arm', 'repair') AND NOT EXISTS (
      SELECT 1 FROM sessions WHERE sessions.id = timers.subject AND status IN ('offered', 'fixed'))`,
]

/** Asks for a comparison of all timers with what is owed; the minutes that follow do it, slice by slice. */
export async function askForRepairs(db: Database, now: Instant): Promise<void> {
  await inOneBatch(
    db,
    OWING.map((each) => reArm(db, each, now, 'repair')),
  )
}

/** The same subjects, to compare them at once; not those whose timers the next minute makes anew. */
export async function listOwing(db: Database): Promise<readonly TimerSubject[]> {
  const isToBeMade = sql`EXISTS (SELECT 1 FROM timers WHERE timers.subject = value AND kind IN ('re-arm', 'repair'))`
  const lists = await Promise.all(
    OWING.map((each) =>
      db.all<{ readonly value: TimerSubject }>(sql`SELECT value FROM (${each}) WHERE NOT ${isToBeMade}`),
    ),
  )
  return [...new Set(lists.flat().map(({ value }) => value))]
}
