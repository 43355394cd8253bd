import { sql } from 'drizzle-orm'

import type { PersonId, SessionId } from '../../domain/ids.ts'
import { digestKey, digestWindow, isDigestTime } from '../../domain/session/digest.ts'
import { after, DAY, type Instant, type Interval, type Zone } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { listWritten } from '../letter/outbox.ts'
import { listIds } from './work.ts'

/** A digest covers a session at most this long ahead: a long weekend, and a day for zones. */
const MAX_DIGEST_LEAD_MS = 5 * DAY
const DIGEST_SESSION_LIMIT = 50

/** Assistants whose digest is due and not written, with a session of one of their executives in its days. */
export async function listDigestReaders(db: Database, now: Instant): Promise<readonly PersonId[]> {
  const rows = await db.all<{ id: PersonId; zone: Zone; start: Instant }>(sql`
    SELECT DISTINCT people.id, people.zone, sessions.starts_at AS start FROM sessions
    JOIN assistants ON assistants.executive_id = sessions.executive_id AND assistants.programme_id = sessions.programme_id
    JOIN people ON people.id = assistants.assistant_id
    WHERE sessions.status = 'fixed' AND sessions.ends_at > ${now} AND sessions.starts_at < ${after(now, MAX_DIGEST_LEAD_MS)}
      AND assistants.from_at <= ${now} AND (assistants.until_at IS NULL OR assistants.until_at > ${now})
    ORDER BY 1 LIMIT 500`)
  const readers = rows.filter(
    (reader) => isDigestTime(reader, now) && isWithin(reader.start, digestWindow(reader, now)),
  )
  const readersByKey = new Map(readers.map((reader) => [digestKey(reader, now), reader.id]))
  for (const dedupeKey of await listWritten(db, [...readersByKey.keys()])) readersByKey.delete(dedupeKey)
  return [...readersByKey.values()]
}

function isWithin(moment: Instant, { start, end }: Interval): boolean {
  return moment >= start && moment < end
}

/** The fixed sessions in the window of all executives the assistant answers for now. */
export function listFixedOfAssistant(
  db: Database,
  assistantId: PersonId,
  { start, end }: Interval,
  now: Instant,
): Promise<readonly SessionId[]> {
  return listIds(
    db,
    sql`
    SELECT sessions.id FROM assistants
    JOIN sessions ON sessions.executive_id = assistants.executive_id AND sessions.programme_id = assistants.programme_id
    WHERE assistants.assistant_id = ${assistantId}
      AND assistants.from_at <= ${now} AND (assistants.until_at IS NULL OR assistants.until_at > ${now})
      AND sessions.status = 'fixed' AND sessions.starts_at >= ${start} AND sessions.starts_at < ${end}
    ORDER BY sessions.starts_at LIMIT ${DIGEST_SESSION_LIMIT}`,
  )
}
