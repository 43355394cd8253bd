import { eq } from 'drizzle-orm'

import { availability } from '../../schema/index.ts'
import type { PersonId } from '../domain/ids.ts'
import type { Availability } from '../domain/people.ts'
import type { Database, Statement } from '../platform.ts'

export const AVAILABILITY = {
  zone: availability.zone,
  weekly: availability.weekly,
  exceptions: availability.exceptions,
}

export async function findAvailability(db: Database, personId: PersonId): Promise<Availability | null> {
  const [row] = await db.select(AVAILABILITY).from(availability).where(eq(availability.personId, personId))
  return row ?? null
}

export function putAvailability(db: Database, personId: PersonId, hours: Availability): Statement {
  return db
    .insert(availability)
    .values({ personId, ...hours })
    .onConflictDoUpdate({ target: availability.personId, set: hours })
}
