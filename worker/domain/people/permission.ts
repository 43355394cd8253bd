import type { PersonId, ProgrammeId } from '../ids.ts'
import type { Membership, Person, Role } from './person.ts'
import { rulesOf } from './presets.ts'

/** A signed-in person with all memberships. */
export type Actor = { readonly personId: PersonId; readonly memberships: readonly Membership[] }

/**
 * Who reads: `mentor` in his own pairing, `stand-in` in one session of another's pairing, `executive` on his own pages,
 * `inbox` the executive's mail, which his assistant may open too, `calendar` anybody who opens an event.
 */
export const VIEWERS = [
  'manager',
  'mentor',
  'stand-in',
  'executive',
  'inbox',
  'assistant',
  'sponsor',
  'calendar',
] as const
export type Viewer = (typeof VIEWERS)[number]

export type Concerned = {
  readonly programmeId: ProgrammeId
  readonly mentorId: PersonId
  readonly executiveId: PersonId
}

/** The viewer that a signed-in person is for one session. Null: the session must look as if it did not exist. */
export function viewerOf(actor: Actor, { programmeId, mentorId, executiveId }: Concerned): Viewer | null {
  if (manages(actor, programmeId)) return 'manager'
  if (!isMember(actor, programmeId)) return null
  if (actor.personId === mentorId) return 'mentor'
  if (actor.personId === executiveId) return 'executive'
  return null
}

/** A manager sees only the programmes in which she is a manager. */
export function manages({ memberships }: Actor, programmeId: ProgrammeId): boolean {
  return memberships.some((each) => each.programmeId === programmeId && each.role === 'manager')
}

/** Whoever has left sees nothing of the programme any more. */
export function isMember({ memberships }: Actor, programmeId: ProgrammeId): boolean {
  return memberships.some((each) => each.programmeId === programmeId)
}

/** The programmes that a person manages. */
export function managedBy({ memberships }: Actor): readonly ProgrammeId[] {
  return memberships.flatMap(({ role, programmeId }) => (role === 'manager' ? [programmeId] : []))
}

/** The programmes in which somebody is anything. */
export function programmesOf({ memberships }: Actor): readonly ProgrammeId[] {
  return [...new Set(memberships.map(({ programmeId }) => programmeId))]
}

export function isAnywhere({ memberships }: Actor, role: Role): boolean {
  return memberships.some((each) => each.role === role)
}

/** What can be seen of a session and of the two who meet. docs/who-sees-what.md explains each. */
export const SIGHTS = [
  'time',
  'mentor-name',
  'answers',
  'bumps',
  'topic',
  'aim',
  'track',
  'commitment',
  'question',
  'why',
  'of-no-use',
  'stage',
  'private-note',
  'manager-note',
  'needs-manager',
  'who-looked',
  'pulse',
  'history',
] as const
export type Sight = (typeof SIGHTS)[number]

/**
 * `own`: about the reader, or said by the reader. `that-there-is-one`, `totals` and `bands` never show the field; they
 * have fields of their own.
 */
export type SightRule = 'yes' | 'no' | 'own' | 'unless-nameless' | 'that-there-is-one' | 'totals' | 'bands'

/** `later`: nothing shows it yet. As soon as a field or column has one of these names, the mark must go. */
type Row = Readonly<Record<Viewer, SightRule>> & { readonly later?: readonly string[] }

/** The default: not visible. */
const NOBODY: Readonly<Record<Viewer, SightRule>> = {
  manager: 'no',
  mentor: 'no',
  'stand-in': 'no',
  executive: 'no',
  inbox: 'no',
  assistant: 'no',
  sponsor: 'no',
  calendar: 'no',
}
const THE_TWO = { ...NOBODY, manager: 'yes', mentor: 'yes', 'stand-in': 'yes', executive: 'yes' } as const

/** Who sees what. docs/who-sees-what.md says the same in words; a test compares the two and every door. */
export const SEES: Readonly<Record<Sight, Row>> = {
  time: { ...THE_TWO, inbox: 'yes', assistant: 'yes', calendar: 'yes' },
  'mentor-name': {
    ...THE_TWO,
    inbox: 'unless-nameless',
    assistant: 'unless-nameless',
    calendar: 'unless-nameless',
  },
  answers: {
    ...THE_TWO,
    mentor: 'own',
    'stand-in': 'own',
    inbox: 'yes',
    assistant: 'yes',
    sponsor: 'totals',
    calendar: 'own',
  },
  bumps: { ...THE_TWO, mentor: 'own', 'stand-in': 'own', inbox: 'yes', assistant: 'yes', sponsor: 'totals' },
  topic: THE_TWO,
  aim: THE_TWO,
  track: THE_TWO,
  commitment: { ...THE_TWO, inbox: 'yes' },
  question: {
    ...NOBODY,
    manager: 'that-there-is-one',
    mentor: 'yes',
    executive: 'yes',
  },
  why: {
    ...NOBODY,
    manager: 'yes',
    mentor: 'own',
    'stand-in': 'own',
    executive: 'yes',
    assistant: 'own',
    sponsor: 'bands',
  },
  'of-no-use': { ...NOBODY, manager: 'yes' },
  stage: { ...NOBODY, manager: 'yes', mentor: 'yes', executive: 'own', inbox: 'own', sponsor: 'bands' },
  'private-note': {
    ...NOBODY,
    mentor: 'own',
    'stand-in': 'own',
    executive: 'that-there-is-one',
  },
  'manager-note': { ...NOBODY, manager: 'yes' },
  'needs-manager': { ...NOBODY, manager: 'yes', mentor: 'own', 'stand-in': 'own' },
  'who-looked': { ...NOBODY, manager: 'yes', executive: 'own' },
  pulse: { ...NOBODY, manager: 'yes', mentor: 'own', executive: 'own' },
  history: { ...NOBODY, manager: 'yes' },
}

/** The viewer, the reader's id, and whether the mentor's name is hidden. */
export type Look = { readonly viewer: Viewer; readonly readerId: string | null; readonly nameless: boolean }

/** `executive` decides by his rules whether his mentor's name is shown. If he is unknown, it is hidden. */
export function lookOf(viewer: Viewer, readerId: string | null, executive: NamedOrNot | null): Look {
  return { viewer, readerId, nameless: executive === null || isNameless(executive) }
}

/** A mentor sees more in his own pairing than in another's session, whichever door he used. */
export function lookOfMentor({ pairing, executive }: Paired, readerId: PersonId): Look {
  return lookOf(readerId === pairing.mentorId ? 'mentor' : 'stand-in', readerId, executive)
}

type NamedOrNot = Pick<Person, 'blockers' | 'rules'>
type Paired = { readonly pairing: { readonly mentorId: PersonId }; readonly executive: NamedOrNot }

/** The only check of visibility. `ownerId` is the person it belongs to, if any. */
export function maySee({ viewer, readerId, nameless }: Look, sight: Sight, ownerId: string | null): boolean {
  switch (SEES[sight][viewer]) {
    case 'yes':
      return true
    case 'own':
      return ownerId !== null && ownerId === readerId
    case 'unless-nameless':
      return !nameless
    case 'no':
    case 'that-there-is-one':
    case 'totals':
    case 'bands':
      return false
  }
}

/** Whether a viewer may know that there is such a thing, also without seeing it. */
export function mayKnowOf({ viewer }: Look, sight: Sight): boolean {
  const rule = SEES[sight][viewer]
  return rule === 'yes' || rule === 'that-there-is-one'
}

/** “Handled”: neither the executive's calendar nor his assistant ever shows his mentor's name. */
export function isNameless(executive: NamedOrNot): boolean {
  return rulesOf(executive).mentorHidden ?? false
}
