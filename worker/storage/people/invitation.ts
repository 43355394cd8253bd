import { and, eq, sql } from 'drizzle-orm'

import { outbox } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'

/** When a mentor was last invited to this programme; null: never. */
export async function findInvitedAt(
  db: Database,
  programmeId: ProgrammeId,
  personId: PersonId,
): Promise<Instant | null> {
  const key = `invitation:${programmeId}:${personId}:`
  const [row] = await db
    .select({ at: sql<Instant | null>`max(${outbox.createdAt})` })
    .from(outbox)
    .where(and(sql`${outbox.dedupeKey} BETWEEN ${key} AND ${`${key}~`}`, eq(outbox.personId, personId)))
  return row?.at ?? null
}
