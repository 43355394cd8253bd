import { type ByPerson, NO_CHANGE } from '../../domain/decision.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { Availability } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { decideAvailability } from '../../domain/slot/set-availability.ts'
import type { Platform } from '../../platform.ts'
import { isManagedElsewhere } from '../../storage/people/membership.ts'
import { findPerson } from '../../storage/people/person.ts'
import { findAvailability } from '../../storage/slot/availability.ts'
import type { Expected } from '../expected.ts'
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
  expected: Expected<Availability> = () => true,
): Promise<Result<Availability, Refusal>> {
  return changeAvailability(
    platform,
    personId,
    async (stored) => ((await expected(stored)) ? accept(hours) : refuse({ reason: 'precondition-failed' })),
    by,
  )
}

/** `setAvailability` for hours that are computed from the stored ones. */
export async function changeAvailability(
  platform: Platform,
  personId: PersonId,
  hoursOf: (stored: Availability) => Promise<Result<Availability, Refusal>>,
  by: ByPerson,
): Promise<Result<Availability, Refusal>> {
  const { db, now } = platform
  return decideAndCommit(platform, async () => {
    // First: the version that guards the write must not be newer than the rest of the reading.
    const person = await findPerson(db, personId)
    if (!person) return refuse({ reason: 'not-found' })
    const [stored, isElsewhere] = await Promise.all([
      findAvailability(db, personId),
      by.id !== personId && isManagedElsewhere(db, by, personId),
    ])
    const hours = await hoursOf(stored ?? { zone: person.zone, weekly: [], exceptions: [] })
    if (!hours.ok) return hours
    const decision = isElsewhere ? NO_CHANGE : decideAvailability(person, hours.value, { at: now(), by })
    return accept({ decision, value: hours.value })
  })
}
