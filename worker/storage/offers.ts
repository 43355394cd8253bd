import { eq, sql } from 'drizzle-orm'

import { offers } from '../../schema/index.ts'
import type { SessionId } from '../domain/ids.ts'
import type { Tally } from '../domain/reoffering.ts'
import type { Database } from '../platform.ts'

/** How many offers of a session ended how. */
export async function findTally(db: Database, sessionId: SessionId): Promise<Tally> {
  const rows = await db
    .select({ status: offers.status, count: sql<number>`count(*)` })
    .from(offers)
    .where(eq(offers.sessionId, sessionId))
    .groupBy(offers.status)
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]))
}
