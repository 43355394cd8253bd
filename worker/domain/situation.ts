import type { NewId, PersonId, Random, SessionId } from './ids.ts'
import type { Pairing } from './pairing/pairing.ts'
import type { Place } from './pairing/pairing.ts'
import type { PulseReading } from './pairing/pulse-answer.ts'
import type { WishKind } from './pairing/wish.ts'
import type { Format } from './path/format.ts'
import type { PathReading } from './path/path.ts'
import type { Availability, Person } from './people/person.ts'
import { rulesOf } from './people/presets.ts'
import type { Programme } from './programme/programme.ts'
import type { Commitment } from './session/outcome.ts'
import type { OfferStatus, Session, TriedTime } from './session/session.ts'
import type { Day, Instant } from './time/time.ts'

/** All that a rule about one pairing reads: the people, the open session, the clock, the sources of ids and of chance. */
export type Situation = {
  readonly now: Instant
  readonly newId: NewId
  readonly random: Random
  readonly programme: Programme
  readonly pairing: Pairing
  /** Of the session: the pairing's own, or a stand-in. */
  readonly mentor: Person
  readonly ownMentor: Person
  readonly executive: Person
  /** Those who answer for the executive now, the first of them first. */
  readonly assistants: readonly Person[]
  /** From when until when assistants answered or will answer for him, in the same order. */
  readonly assistantDuties: readonly Duty[]
  /** To whom the two report, nearest first: of this session's mentor, and of the executive. */
  readonly superiors: { readonly mentor: readonly PersonId[]; readonly executive: readonly PersonId[] }
  /** The programme writes in this person's name. */
  readonly manager: Person
  readonly session: Session | null
  /** The end of the last held session; null before the first. */
  readonly lastHeld: Instant | null
  /** The programme's formats, and this session's own even if it is archived. */
  readonly formats: readonly Format[]
  /** How far the executive has come in the programme. */
  readonly path: PathReading
  /** The pulse questions to both, and their answers. */
  readonly pulse: PulseReading
  /** The executive's open wishes. Until they are settled, no times are offered automatically. */
  readonly wishes: readonly WishKind[]
  /** The latest commitment of the pairing that was not made in this session. */
  readonly lastCommitment: Commitment | null
  /** How the offers before the session's latest one ended. */
  readonly earlierOffers: Tally
  /** What the round before had tried, if it was called off: a new one starts with it. */
  readonly triedBefore: readonly TriedTime[]
  /** The open hours of those who may answer, where they are known. */
  readonly hoursKnown: readonly (Availability & { readonly personId: PersonId })[]
  /** The end of the pairing's latest other session that had a date, and of the latest that was not cancelled. */
  readonly dated: { readonly end: Instant | null; readonly met: Instant | null }
  /** Which links of the lists of both mentors serve which session on which day, from yesterday on. */
  readonly linksTaken: readonly LinkTaken[]
  /** Whether another round of the pairing is open beside this session. */
  readonly hasOtherRound: boolean
  /** Whether nothing was ever fixed for this pairing: the first mail then explains what it is about. */
  readonly firstContact: boolean
}

export type LinkTaken = { readonly url: string; readonly day: Day; readonly sessionId: SessionId }

export type Duty = {
  readonly personId: PersonId
  readonly from: Instant
  readonly until: Instant | null
}

/** How many offers ended in which way. */
export type Tally = Readonly<Partial<Record<OfferStatus, number>>>

/** A situation with a session of any status. */
export type SessionSituation = Situation & { readonly session: Session }

/** The person who answers for the executive: the first assistant, else the executive. */
export function askedOf({ executive, assistants }: Pick<Situation, 'executive' | 'assistants'>): Person {
  const [assistant] = rulesOf(executive).answers === 'executive' ? [] : assistants
  return assistant ?? executive
}

/** Whether the person spoke for the executive when it was said, also if somebody else answers now. A former mentor did not. */
export function spokeForExecutive(
  { executive, assistantDuties }: Pick<Situation, 'executive' | 'assistantDuties'>,
  id: PersonId,
): boolean {
  return id === executive.id || assistantDuties.some(({ personId }) => personId === id)
}

/** Whether the person is the executive or one of the assistants. */
export function isExecutiveSide(situation: Situation, personId: string | null): boolean {
  return personId === situation.executive.id || situation.assistants.some((each) => each.id === personId)
}

/** Where they meet: the session's place, else the pairing's, else the phone of an executive on the go. */
export function placeOf(
  {
    pairing,
    executive,
  }: {
    readonly pairing: Pick<Pairing, 'place'>
    readonly executive: Pick<Person, 'blockers' | 'rules'>
  },
  session: Pick<Session, 'place'> | null,
): Place | null {
  const { byPhone, phone } = rulesOf(executive)
  return session?.place ?? pairing.place ?? (byPhone && phone ? { kind: 'phone', number: phone } : null)
}
