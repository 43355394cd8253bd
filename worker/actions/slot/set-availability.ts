import type { ByPerson } from '../../domain/decision.ts'
import { NO_CHANGE } from '../../domain/decision.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { Availability, Person } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { decideAvailability } from '../../domain/slot/set-availability.ts'
import type { Platform } from '../../platform.ts'
import { isManagedElsewhere } from '../../storage/people/membership.ts'
import { findPerson } from '../../storage/people/person.ts'
import { decideAndCommit } from '../write.ts'

/**
 * Replaces a person's open hours. Bookings and holds stay; decisions in progress read again. Hours are shared between
 * programmes: if `by` does not manage all of them, nothing is written, and the response does not show it.
 */
export async function setAvailability(
  platform: Platform,
  personId: PersonId,
  hours: Availability,
  by: ByPerson,
): Promise<Result<Availability, Refusal>> {
  return changeAvailability(platform, personId, async () => hours, by)
}

/** `setAvailability` for hours that are computed from the person's current ones. */
export async function changeAvailability(
  platform: Platform,
  personId: PersonId,
  hoursOf: (person: Person) => Promise<Availability>,
  by: ByPerson,
): Promise<Result<Availability, Refusal>> {
  const { db, now } = platform
  return decideAndCommit(platform, async () => {
    const [person, isElsewhere] = await Promise.all([
      findPerson(db, personId),
      by.id !== personId && isManagedElsewhere(db, by.id, personId),
    ])
    if (!person) return refuse({ reason: 'not-found' })
    const hours = await hoursOf(person)
    const decision = isElsewhere ? NO_CHANGE : decideAvailability(person, hours, { at: now(), by })
    return accept({ decision, value: hours })
  })
}
