import { sql } from 'drizzle-orm'

import type { PersonId, SessionId } from '../../domain/ids.ts'
import type { Instant, Interval } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { listIds } from '../ids.ts'

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
    ORDER BY sessions.starts_at`,
  )
}
