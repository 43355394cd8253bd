import { eq, type SQL, sql } from 'drizzle-orm'

import { availability } from '../../../schema/index.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { Availability } from '../../domain/people/person.ts'
import type { Database, Statement } from '../../platform.ts'

export const AVAILABILITY = {
  zone: availability.zone,
  weekly: availability.weekly,
  exceptions: availability.exceptions,
}

export async function findAvailability(db: Database, personId: PersonId): Promise<Availability | null> {
  const [row] = await db.select(AVAILABILITY).from(availability).where(eq(availability.personId, personId))
  return row ?? null
}

/** The hours of several people, by their ids. */
export async function listAvailability(
  db: Database,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Availability>> {
  const rows = await selectAvailability(db, sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
  return new Map(rows.map(({ personId, ...hours }) => [personId, hours]))
}

/** The query, for a batch: the hours of the people that `ids` selects. */
export function selectAvailability(db: Database, ids: SQL) {
  return db
    .select({ personId: availability.personId, ...AVAILABILITY })
    .from(availability)
    .where(sql`${availability.personId} IN ${ids}`)
}

export function putAvailability(db: Database, personId: PersonId, hours: Availability): Statement {
  return db
    .insert(availability)
    .values({ personId, ...hours })
    .onConflictDoUpdate({ target: availability.personId, set: hours })
}
