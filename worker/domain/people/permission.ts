import type { PersonId, ProgrammeId } from '../ids.ts'
import type { Membership, Role } from './person.ts'

/** Somebody signed in, with what he is where. */
export type Actor = { readonly personId: PersonId; readonly memberships: readonly Membership[] }

/** What somebody is to one session; `null` sees nothing of it, as if it were not there. */
export type Viewer = 'manager' | 'mentor' | 'executive' | 'assistant'

export type Concerned = {
  readonly programmeId: ProgrammeId
  readonly mentorId: PersonId
  readonly executiveId: PersonId
}

export function viewerOf(actor: Actor, { programmeId, mentorId, executiveId }: Concerned): Viewer | null {
  if (manages(actor, programmeId)) return 'manager'
  if (actor.personId === mentorId) return 'mentor'
  if (actor.personId === executiveId) return 'executive'
  return null
}

/** A manager sees the programmes she is a member of, and no other. */
export function manages({ memberships }: Actor, programmeId: ProgrammeId): boolean {
  return memberships.some((each) => each.programmeId === programmeId && each.role === 'manager')
}

/** The programmes somebody manages. */
export function managedBy({ memberships }: Actor): readonly ProgrammeId[] {
  return memberships.flatMap(({ role, programmeId }) => (role === 'manager' ? [programmeId] : []))
}

export function isAnywhere({ memberships }: Actor, role: Role): boolean {
  return memberships.some((each) => each.role === role)
}

/** What there is to see of a session. */
export type Sight =
  | 'time'
  | 'mentor-name'
  | 'answers'
  | 'topic'
  | 'stage'
  | 'private-note'
  | 'needs-manager'
  | 'who-looked'
  | 'pulse'
  | 'history'

type Rule = 'yes' | 'no' | 'unless-nameless'

/** Who sees what, by default: docs/product.md#who-sees-what. A sponsor sees totals only, which are no sight of a session. */
export const SEES: Readonly<Record<Sight, Readonly<Record<Viewer, Rule>>>> = {
  time: { manager: 'yes', mentor: 'yes', executive: 'yes', assistant: 'yes' },
  'mentor-name': { manager: 'yes', mentor: 'yes', executive: 'yes', assistant: 'unless-nameless' },
  answers: { manager: 'yes', mentor: 'yes', executive: 'yes', assistant: 'yes' },
  topic: { manager: 'yes', mentor: 'yes', executive: 'yes', assistant: 'no' },
  stage: { manager: 'yes', mentor: 'yes', executive: 'yes', assistant: 'no' },
  'private-note': { manager: 'no', mentor: 'yes', executive: 'no', assistant: 'no' },
  'needs-manager': { manager: 'yes', mentor: 'yes', executive: 'no', assistant: 'no' },
  pulse: { manager: 'yes', mentor: 'no', executive: 'no', assistant: 'no' },
  'who-looked': { manager: 'yes', mentor: 'no', executive: 'yes', assistant: 'no' },
  history: { manager: 'yes', mentor: 'no', executive: 'no', assistant: 'no' },
}

export function maySee(viewer: Viewer, sight: Sight, { nameless }: { readonly nameless: boolean }): boolean {
  const rule = SEES[sight][viewer]
  return rule === 'yes' || (rule === 'unless-nameless' && !nameless)
}
