import type { PersonId, ProgrammeId } from '../ids.ts'
import type { Membership, Person, Role } from './person.ts'
import { rulesOf } from './presets.ts'

/** Somebody signed in, with what he is where. */
export type Actor = { readonly personId: PersonId; readonly memberships: readonly Membership[] }

/**
 * Who looks: `mentor` at his own pair, `stand-in` at one session of another's pair, `executive` on his own pages,
 * `inbox` at the executive's own mail, which his assistant may open too, `calendar` at an event, by whoever reads it.
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

/** What somebody signed in is to one session; null sees nothing of it, as if it were not there. */
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

export function isAnywhere({ memberships }: Actor, role: Role): boolean {
  return memberships.some((each) => each.role === role)
}

/** What there is to see of a session and of the two who meet. docs/who-sees-what.md says what each is. */
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
  'stage',
  'private-note',
  'needs-manager',
  'who-looked',
  'pulse',
  'history',
] as const
export type Sight = (typeof SIGHTS)[number]

/**
 * `own`: what is about the reader himself, or said by him. `that-there-is-one`, `totals` and `bands` never show a
 * field itself: they are fields of their own.
 */
export type Rule = 'yes' | 'no' | 'own' | 'unless-nameless' | 'that-there-is-one' | 'totals' | 'bands'

/** `later`: nothing shows it yet; a field or column of one of these names takes the mark away. */
type Row = Readonly<Record<Viewer, Rule>> & { readonly later?: readonly string[] }

/** Everything but what is said otherwise stays unseen. */
const NOBODY: Readonly<Record<Viewer, Rule>> = {
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

/** Who sees what: docs/who-sees-what.md says the same in words, and a test compares the two and every door. */
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
  aim: { ...THE_TWO, later: ['aim'] },
  track: { ...THE_TWO, later: ['track', 'trackId'] },
  commitment: { ...THE_TWO, inbox: 'yes' },
  question: {
    ...NOBODY,
    manager: 'that-there-is-one',
    mentor: 'yes',
    executive: 'yes',
    later: ['privateQuestion', 'hasQuestion'],
  },
  why: {
    ...NOBODY,
    manager: 'yes',
    mentor: 'own',
    'stand-in': 'own',
    executive: 'yes',
    assistant: 'own',
    sponsor: 'bands',
    later: ['whyNotHeld', 'whyNotSuited'],
  },
  stage: { ...NOBODY, manager: 'yes', mentor: 'yes', executive: 'own', inbox: 'own', sponsor: 'bands' },
  'private-note': {
    ...NOBODY,
    mentor: 'own',
    'stand-in': 'own',
    executive: 'that-there-is-one',
    later: ['note', 'privateNote', 'hasNote'],
  },
  'needs-manager': { ...NOBODY, manager: 'yes', mentor: 'own', 'stand-in': 'own' },
  'who-looked': { ...NOBODY, manager: 'yes', executive: 'own', later: ['looks', 'whoLooked'] },
  pulse: { ...NOBODY, manager: 'yes', mentor: 'own', executive: 'own' },
  history: { ...NOBODY, manager: 'yes' },
}

/** Who looks, what is his own, and whether the mentor must stay unnamed. */
export type Look = { readonly viewer: Viewer; readonly readerId: string | null; readonly nameless: boolean }

/** `executive`: whom it is about; his rules say whether his mentor is named. Of nobody known, nobody is. */
export function lookOf(viewer: Viewer, readerId: string | null, executive: NamedOrNot | null): Look {
  return { viewer, readerId, nameless: executive === null || isNameless(executive) }
}

/** Of a mentor, by who he is and not by the door he came by: his own pair is more to him than another's meeting. */
export function lookOfMentor({ pairing, executive }: Paired, readerId: PersonId): Look {
  return lookOf(readerId === pairing.mentorId ? 'mentor' : 'stand-in', readerId, executive)
}

type NamedOrNot = Pick<Person, 'blockers' | 'rules'>
type Paired = { readonly pairing: { readonly mentorId: PersonId }; readonly executive: NamedOrNot }

/** The one judge of what may be seen; `ownerId` is whose it is, where it is somebody's. */
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

/** “Handled”: neither his calendar nor his assistant ever names his mentor. */
export function isNameless(executive: NamedOrNot): boolean {
  return rulesOf(executive).mentorHidden ?? false
}
