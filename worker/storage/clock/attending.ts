import { type SQL, sql } from 'drizzle-orm'

import type { SessionId } from '../../domain/ids.ts'
import { briefDueAt } from '../../domain/session/brief.ts'
import { UNMET_AFTER_MS } from '../../domain/session/close-unmet.ts'
import { after, before, DAY, type Instant, type Zone } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { listIds, ROWS_PER_TICK } from './work.ts'

/** A brief is due at most this long before the session: a long weekend, plus the difference between zones. */
const MAX_BRIEF_LEAD_MS = 4 * DAY

/** Sessions whose brief for the current date is due and not written. */
export async function listUnbriefed(db: Database, now: Instant): Promise<readonly SessionId[]> {
  const rows = await db.all<{ id: SessionId; start: Instant; zone: Zone }>(sql`
    SELECT sessions.id, sessions.starts_at AS start, people.zone FROM sessions
    JOIN people ON people.id = sessions.mentor_id
    WHERE sessions.status = 'fixed' AND sessions.ends_at > ${now} AND sessions.ends_at < ${after(now, MAX_BRIEF_LEAD_MS)}
      AND NOT EXISTS (SELECT 1 FROM outbox WHERE dedupe_key = 'brief:' || sessions.id || ':' || sessions.starts_at)
    ORDER BY sessions.ends_at LIMIT 500`)
  return rows
    .filter(({ start, zone }) => start > now && briefDueAt(start, zone) <= now)
    .slice(0, ROWS_PER_TICK)
    .map(({ id }) => id)
}

/**
 * Sessions that began at least a quarter of an hour ago: the mentor said that he waits, and nobody said that the
 * executive came.
 */
export function listUnmet(db: Database, now: Instant): Promise<readonly SessionId[]> {
  return listIds(db, unmet(now))
}

export function unmet(now: Instant): SQL {
  return sql`
    SELECT sessions.id FROM sessions
    WHERE sessions.status = 'fixed' AND sessions.ends_at > ${before(now, DAY)} AND sessions.starts_at <= ${before(now, UNMET_AFTER_MS)}
      AND EXISTS (SELECT 1 FROM outbox WHERE dedupe_key = 'waiting:' || sessions.id || ':' || sessions.starts_at)
      AND NOT EXISTS (
        SELECT 1 FROM events AS come WHERE come.subject = sessions.id AND come.code = 'arrived'
          AND come.at >= sessions.starts_at)
      AND EXISTS (SELECT 1 FROM programmes WHERE id = sessions.programme_id AND status = 'open')
    LIMIT ${ROWS_PER_TICK}`
}
