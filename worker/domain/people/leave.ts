import { CLOCK, type Decision, NO_CHANGE } from '../decision.ts'
import type { PersonId, ProgrammeId } from '../ids.ts'
import { personStep } from '../step.ts'
import { earliest, type Instant, isDue } from '../time/time.ts'
import { hasLeft, leavesAt } from './departure.ts'
import type { Person } from './person.ts'

type Leaving = Pick<Person, 'zone' | 'departure'>

/** When the first membership ends of somebody who leaves one or several programmes; null: none does. */
export function leaveDueAt(memberships: readonly Leaving[]): Instant | null {
  const ends = memberships.flatMap((each) => (hasLeft(each) ? [] : (leavesAt(each) ?? [])))
  return ends.length > 0 ? earliest(...ends) : null
}

/**
 * The last day is over: the membership ends, with all that was given for it. `assistantIds` are those who answered for
 * him. Null: he does not leave, or not yet.
 */
export function decideLeave(
  person: Person,
  programmeId: ProgrammeId,
  { at, assistantIds }: { readonly at: Instant; readonly assistantIds: readonly PersonId[] },
): Decision | null {
  const { departure } = person
  if (!departure || hasLeft(person) || !isDue(leavesAt(person), at)) return null
  const left: Person = { ...person, departure: { ...departure, leftAt: at } }
  const happening = { code: 'person-left', detail: { programme: programmeId }, at, by: CLOCK } as const
  const assistants = { ended: assistantIds, begun: [] }
  const inProgramme = { id: programmeId, hasEnded: true, assistants } as const
  return { ...NO_CHANGE, people: [{ ...personStep(person, left, happening), inProgramme }] }
}
