import type { PersonId } from '../../domain/ids.ts'
import type { Availability } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { isManagedElsewhere } from '../../storage/people/membership.ts'
import { putAvailability } from '../../storage/slot/availability.ts'
import { touchDiary } from '../../storage/slot/diary.ts'

/**
 * Somebody's open hours as a whole. What is booked or held stays; decisions under way read the new hours. Hours are
 * shared: they stay as they are where `by` does not manage all his programmes, and nothing is said of it.
 */
export async function setAvailability(
  { db }: Platform,
  personId: PersonId,
  hours: Availability,
  by: PersonId = personId,
): Promise<Result<Availability, Refusal>> {
  if (by !== personId && (await isManagedElsewhere(db, by, personId))) return accept(hours)

  const written = await inOneBatch(db, [putAvailability(db, personId, hours), touchDiary(db, personId)])
  return written.ok ? accept(hours) : written
}
