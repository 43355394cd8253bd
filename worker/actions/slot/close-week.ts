import type { ByPerson } from '../../domain/decision.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { Availability } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, type Result } from '../../domain/result.ts'
import { withClosedWeek } from '../../domain/slot/close-week.ts'
import type { Day } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { changeAvailability } from './set-availability.ts'

/**
 * “Not that week”: closes Monday to Sunday of the week of `day`, also where it had hours; other days stay. Hours are
 * shared, as in `setAvailability`.
 */
export async function closeWeek(
  platform: Platform,
  personId: PersonId,
  day: Day,
  by: ByPerson,
): Promise<Result<Availability, Refusal>> {
  return changeAvailability(platform, personId, async (stored) => accept(withClosedWeek(stored, day)), by)
}
