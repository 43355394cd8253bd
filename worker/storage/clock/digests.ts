import { sql } from 'drizzle-orm'

import type { PersonId, SessionId } from '../../domain/ids.ts'
import { digestKey, digestWindow, isDigestTime } from '../../domain/session/digest.ts'
import { after, DAY, type Instant, type Interval, type Zone } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { listWritten } from '../letter/outbox.ts'

/** A weekend, and a day for zones. */
const SOON = 5 * DAY
const MOST = 50

/** Assistants past their hour, one of whose executives has a session in the days it is about, and who were not written to. */
export async function listDigestReaders(db: Database, now: Instant): Promise<readonly PersonId[]> {
  const rows = await db.all<{ id: PersonId; zone: Zone; start: Instant }>(sql`
    SELECT DISTINCT people.id, people.zone, sessions.starts_at AS start FROM sessions
    JOIN assistants ON assistants.executive_id = sessions.executive_id AND assistants.programme_id = sessions.programme_id
    JOIN people ON people.id = assistants.assistant_id
    WHERE sessions.status = 'fixed' AND sessions.ends_at > ${now} AND sessions.starts_at < ${after(now, SOON)}
      AND assistants.from_at <= ${now} AND (assistants.until_at IS NULL OR assistants.until_at > ${now})
    ORDER BY 1 LIMIT 500`)
  const readers = rows.filter(
    (reader) => isDigestTime(reader, now) && isWithin(reader.start, digestWindow(reader, now)),
  )
  const effects = new Map(readers.map((reader) => [digestKey(reader, now), reader.id]))
  for (const effect of await listWritten(db, [...effects.keys()])) effects.delete(effect)
  return [...effects.values()]
}

function isWithin(moment: Instant, { start, end }: Interval): boolean {
  return moment >= start && moment < end
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
    JOIN sessions ON sessions.executive_id = assistants.executive_id AND sessions.programme_id = assistants.programme_id
    WHERE assistants.assistant_id = ${assistantId}
      AND assistants.from_at <= ${now} AND (assistants.until_at IS NULL OR assistants.until_at > ${now})
      AND sessions.status = 'fixed' AND sessions.starts_at >= ${start} AND sessions.starts_at < ${end}
    ORDER BY sessions.starts_at LIMIT ${MOST}`)
  return rows.map(({ id }) => id)
}
