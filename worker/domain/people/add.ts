import { type By, type Decision, NO_CHANGE, personStep } from '../decision.ts'
import type { PersonId, ProgrammeId } from '../ids.ts'
import type { Instant } from '../time/time.ts'
import type { Person, Role } from './person.ts'

/** A new person, or one whose address is already known: the known person then joins this programme. */
export type PersonWish = Omit<Person, 'replyAddress' | 'version'> & {
  readonly programmeId: ProgrammeId
  readonly roles: readonly Role[]
  /** The assistants who answer for the person. */
  readonly assistantIds: readonly PersonId[]
}

/** Adds a person to a programme. Fields that a known person's programmes share are not changed. */
export function decideJoining(
  { programmeId, roles, assistantIds, ...said }: PersonWish,
  there: Person | null,
  { at, by, replyAddress }: { readonly at: Instant; readonly by: By; readonly replyAddress: string },
): Decision {
  const person: Person = there ? joined(there, said) : { ...said, replyAddress, version: 0 }
  const happening = { code: 'person-added', detail: { programme: programmeId }, at, by } as const
  const assistants = { ended: [], begun: assistantIds }
  const step = personStep(there, person, happening)
  return { ...NO_CHANGE, people: [{ ...step, inProgramme: { id: programmeId, roles, assistants } }] }
}

/** The person as this programme describes him. Empty fields keep what the programme said before. */
function joined(
  there: Person,
  { name, unit, reportsTo, blockers, rules }: Omit<Person, 'replyAddress' | 'version'>,
): Person {
  return {
    ...{ ...there, name, unit: unit ?? there.unit, reportsTo: reportsTo ?? there.reportsTo },
    ...{ blockers: blockers.length > 0 ? blockers : there.blockers, rules: { ...there.rules, ...rules } },
  }
}
