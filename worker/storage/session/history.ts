import { desc, eq } from 'drizzle-orm'

import { events } from '../../../schema/index.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { Database } from '../../platform.ts'

export type HistoryLine = Omit<typeof events.$inferSelect, 'subject'>

/** What happened to a session, latest first. */
export async function listHistory(db: Database, sessionId: SessionId): Promise<readonly HistoryLine[]> {
  const rows = await db
    .select()
    .from(events)
    .where(eq(events.subject, sessionId))
    .orderBy(desc(events.version))
    .limit(200)
  return rows.map(({ subject: _, ...line }) => line)
}
