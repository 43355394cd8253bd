import { sql } from 'drizzle-orm'

import type { Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { inOneBatch } from '../batch.ts'
import { TO_ERASE } from '../people/tombstone.ts'
import { reArm } from './timers.ts'

/**
 * Asks for a comparison of all timers with what is owed, also of those that nothing owes any more; the minutes that follow
 * do it, slice by slice. Two statements: D1 takes five parts of a compound SELECT.
 */
export async function askForRepairs(db: Database, now: Instant): Promise<void> {
  const owing = sql`
    SELECT id AS value FROM pairings WHERE status <> 'ended'
    UNION SELECT pairing_id FROM sessions WHERE status IN ('offered', 'fixed')
    UNION SELECT id FROM programmes WHERE purged_at IS NULL
    UNION SELECT person_id FROM busy_feeds
    UNION SELECT assistant_id FROM assistants WHERE until_at IS NULL`
  const left = sql`
    SELECT person_id AS value FROM members WHERE leaves_on IS NOT NULL AND left_at IS NULL
    UNION SELECT person_id FROM memberships WHERE role = 'manager'
    UNION ${TO_ERASE}
    UNION SELECT DISTINCT subject AS value FROM timers WHERE kind NOT IN ('re-arm', 'repair') AND NOT EXISTS (
      SELECT 1 FROM sessions WHERE sessions.id = timers.subject AND status IN ('offered', 'fixed'))`
  await inOneBatch(db, [reArm(db, owing, now, 'repair'), reArm(db, left, now, 'repair')])
}
