import type { By } from '../../domain/decision.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { Availability } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { decideAvailability } from '../../domain/slot/set-availability.ts'
import type { Platform } from '../../platform.ts'
import { findPerson } from '../../storage/people/person.ts'
import { decideAndCommit } from '../write.ts'

/** Somebody's open hours as a whole. What is booked or held stays; decisions under way read the new hours. */
export async function setAvailability(
  platform: Platform,
  personId: PersonId,
  hours: Availability,
  by: By,
): Promise<Result<Availability, Refusal>> {
  return decideAndCommit(platform, async () => {
    const person = await findPerson(platform.db, personId)
    if (!person) return refuse({ reason: 'not-found' })
    return accept({ decision: decideAvailability(person, hours, { at: platform.now(), by }), value: hours })
  })
}
