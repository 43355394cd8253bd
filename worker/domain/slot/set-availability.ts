import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import type { Availability, Person } from '../people/person.ts'
import { personStep } from '../step.ts'
import type { Instant } from '../time/time.ts'

/** Replaces a person's open hours. Booked and held times stay; decisions under way conflict and read the new hours. */
export function decideAvailability(
  person: Person,
  hours: Availability,
  { at, by }: { readonly at: Instant; readonly by: By },
): Decision {
  const changed = personStep(person, person, { code: 'hours-changed', detail: {}, at, by })
  return { ...NO_CHANGE, people: [{ ...changed, hours }] }
}
