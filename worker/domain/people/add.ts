import { type By, type Decision, NO_CHANGE, personStep } from '../decision.ts'
import type { PersonId, ProgrammeId } from '../ids.ts'
import type { Instant } from '../time/time.ts'
import type { Person, Role } from './person.ts'

/** A new human, or one whose address the programmes of `by` know already: he then only joins. */
export type PersonWish = Omit<Person, 'replyAddress' | 'version'> & {
  readonly programmeId: ProgrammeId
  readonly roles: readonly Role[]
  /** Who answers for him. */
  readonly assistantIds: readonly PersonId[]
}

/** Somebody joins a programme. */
export function decideJoining(
  { programmeId, roles, assistantIds, ...columns }: PersonWish,
  there: Person | null,
  { at, by, replyAddress }: { readonly at: Instant; readonly by: By; readonly replyAddress: string },
): Decision {
  const person: Person = there ?? { ...columns, replyAddress, version: 0 }
  const happening = { code: 'person-added', detail: { programme: programmeId }, at, by } as const
  const joins = roles.map((role) => ({ programmeId, role }))
  const assistants = { ended: [], begun: assistantIds }
  return { ...NO_CHANGE, people: [{ ...personStep(there, person, happening), joins, assistants }] }
}

/** What may be said of somebody who turns out to be here already. */
export const JOIN_FIELDS = [
  'name',
  'aliases',
  'zone',
  'locale',
  'unit',
  'reportsTo',
  'blockers',
  'rules',
] as const satisfies readonly (keyof Person)[]
export type JoinField = (typeof JOIN_FIELDS)[number]
export type SaidOfPerson = { readonly [Field in JoinField]?: Person[Field] | null }

/**
 * What was said otherwise of somebody than it stands, and was not taken over: joining a programme changes nothing of a
 * human. What was left empty says nothing.
 */
export function keptFields(person: Person, said: SaidOfPerson): readonly JoinField[] {
  return JOIN_FIELDS.filter((field) => !agrees(person[field], said[field]))
}

/** Lists and rules agree where all that was said is there. */
function agrees(there: unknown, said: unknown): boolean {
  if (said === undefined || said === null) return true
  if (Array.isArray(said)) return Array.isArray(there) && said.every((each) => there.includes(each))
  if (typeof said !== 'object') return there === said
  const known = new Map(Object.entries(there ?? {}))
  return Object.entries(said).every(
    ([name, value]) => JSON.stringify(known.get(name)) === JSON.stringify(value),
  )
}
