import { type SQL, sql } from 'drizzle-orm'

import type { SessionId } from '../../domain/ids.ts'
import { briefDueAt } from '../../domain/session/brief.ts'
import { UNMET_AFTER_MS } from '../../domain/session/close-unmet.ts'
import { after, before, DAY, type Instant, type Zone } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'

/** One tick takes this many of a kind; the next takes the rest. */
const MOST = 50
/** A brief is never due earlier than this ahead: a long weekend, and the width of the earth. */
const AHEAD = 4 * DAY

/** Sessions whose brief is due and was not written for this date. */
export async function listUnbriefed(db: Database, now: Instant): Promise<readonly SessionId[]> {
  const rows = await db.all<{ id: SessionId; start: Instant; zone: Zone }>(sql`
    SELECT sessions.id, sessions.starts_at AS start, people.zone FROM sessions
    JOIN people ON people.id = sessions.mentor_id
    WHERE sessions.status = 'fixed' AND sessions.ends_at > ${now} AND sessions.ends_at < ${after(now, AHEAD)}
      AND NOT EXISTS (SELECT 1 FROM outbox WHERE dedupe_key = 'brief:' || sessions.id || ':' || sessions.starts_at)
    ORDER BY sessions.ends_at LIMIT 500`)
  return rows
    .filter(({ start, zone }) => start > now && briefDueAt(start, zone) <= now)
    .slice(0, MOST)
    .map(({ id }) => id)
}

/** Sessions in whose first quarter of an hour the mentor said that he waits, and not that anybody came. */
export async function listUnmet(db: Database, now: Instant): Promise<readonly SessionId[]> {
  const rows = await db.all<{ id: SessionId }>(unmet(now))
  return rows.map(({ id }) => id)
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
    LIMIT ${MOST}`
}
