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
  { programmeId, roles, assistantIds, ...fields }: PersonWish,
  known: Person | null,
  { at, by, replyAddress }: { readonly at: Instant; readonly by: By; readonly replyAddress: string },
): Decision {
  const person: Person = known ? withMembership(known, fields) : { ...fields, replyAddress, version: 0 }
  const happening = { code: 'person-added', detail: { programme: programmeId }, at, by } as const
  const assistants = { ended: [], begun: assistantIds }
  const step = personStep(known, person, happening)
  return { ...NO_CHANGE, people: [{ ...step, inProgramme: { id: programmeId, roles, assistants } }] }
}

/** The person as this programme describes him. Empty fields keep what the programme said before. */
function withMembership(
  known: Person,
  { name, unit, reportsTo, blockers, rules }: Omit<Person, 'replyAddress' | 'version'>,
): Person {
  return {
    ...{ ...known, name, unit: unit ?? known.unit, reportsTo: reportsTo ?? known.reportsTo },
    ...{ blockers: blockers.length > 0 ? blockers : known.blockers, rules: { ...known.rules, ...rules } },
  }
}
