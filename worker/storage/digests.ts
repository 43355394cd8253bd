import { sql } from 'drizzle-orm'

import type { PersonId, SessionId } from '../domain/ids.ts'
import { after, DAY, type Instant, type Interval } from '../domain/time.ts'
import type { Database } from '../platform.ts'

/** A weekend, and a day for zones. */
const SOON = 5 * DAY
const MOST = 50

/** Assistants of whose executives one has a session in the days that a digest could be about. */
export async function listDigestReaders(db: Database, now: Instant): Promise<readonly PersonId[]> {
  const rows = await db.all<{ id: PersonId }>(sql`
    SELECT DISTINCT assistants.assistant_id AS id FROM sessions
    JOIN assistants ON assistants.executive_id = sessions.executive_id
    WHERE sessions.status = 'fixed' AND sessions.ends_at > ${now} AND sessions.starts_at < ${after(now, SOON)}
      AND assistants.from_at <= ${now} AND (assistants.until_at IS NULL OR assistants.until_at > ${now})
    ORDER BY 1 LIMIT 500`)
  return rows.map(({ id }) => id)
}

/** The fixed sessions of everybody she answers for now that begin in the window. */
export async function listFixedOfAssistant(
  db: Database,
  assistantId: PersonId,
  { start, end }: Interval,
  now: Instant,
): Promise<readonly SessionId[]> {
  const rows = await db.all<{ id: SessionId }>(sql`
    SELECT sessions.id FROM assistants
    JOIN sessions ON sessions.executive_id = assistants.executive_id
    WHERE assistants.assistant_id = ${assistantId}
      AND assistants.from_at <= ${now} AND (assistants.until_at IS NULL OR assistants.until_at > ${now})
      AND sessions.status = 'fixed' AND sessions.starts_at >= ${start} AND sessions.starts_at < ${end}
    ORDER BY sessions.starts_at LIMIT ${MOST}`)
  return rows.map(({ id }) => id)
}
