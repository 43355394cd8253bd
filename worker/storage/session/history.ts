import { desc, eq, sql } from 'drizzle-orm'

import { events } from '../../../schema/index.ts'
import type { SessionEvent } from '../../domain/events.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { Database } from '../../platform.ts'

export type HistoryLine = SessionEvent & { readonly version: number }

/** Read as one JSON value, so that code and detail keep their common type. */
const LINE = sql`json_object('version', version, 'at', at, 'actorId', actor_id, 'door', door, 'code', code,
  'detail', json(detail))`.mapWith((text: string): HistoryLine => JSON.parse(text))

/** The events of a session, latest first. */
export async function listHistory(db: Database, sessionId: SessionId): Promise<readonly HistoryLine[]> {
  const rows = await db
    .select({ line: LINE })
    .from(events)
    .where(eq(events.subject, sessionId))
    .orderBy(desc(events.version))
  return rows.map(({ line }) => line)
}
