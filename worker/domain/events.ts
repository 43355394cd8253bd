import type {
  CommitmentId,
  FormatId,
  OfferId,
  OptionId,
  OutcomeId,
  PairingId,
  PersonId,
  ProgrammeId,
  ProposalId,
  TrackId,
} from './ids.ts'
import type { PairingStatus } from './pairing/pairing.ts'
import type { Aim } from './path/aim.ts'
import type { OutcomeResult } from './session/outcome.ts'
import type { Door, Partstat } from './session/session.ts'
import type { SlotRefusal } from './slot/diary.ts'
import type { Day, Instant, Zone } from './time/time.ts'

/** Where a change came from: the door of an answer, a mentor's own pages, or the clock. */
export type EventDoor = Door | 'mentor' | 'clock'

type Nothing = { readonly [key: string]: never }
type NewTime = { readonly start: Instant; readonly end: Instant }
type Answered = { readonly person: PersonId; readonly partstat: Partstat; readonly sequence: number }
/**
 * `zone`: where the executive was expected then; absent in older events. `against`: what the judge said to it, overridden by
 * a human.
 */
type FixedTime = NewTime & { readonly zone?: Zone; readonly against?: SlotRefusal['reason'] }

/** The detail of each session event: ids, codes and instants; never names or words. */
type SessionDetails = {
  readonly offered: { readonly offer: OfferId }
  /** Whoever was asked is reminded of the times that are still held. */
  readonly reminded: { readonly offer: OfferId; readonly asked: PersonId }
  readonly 'asked-anew': { readonly offer: OfferId; readonly asked: PersonId }
  readonly 'offer-expired': { readonly offer: OfferId }
  /** One or more of its times passed their last hour; others still stand. */
  readonly 'time-dropped': { readonly offer: OfferId }
  readonly 'offer-declined': { readonly offer: OfferId }
  readonly postponed: { readonly offer: OfferId; readonly notBefore: Instant }
  readonly fixed: FixedTime & {
    readonly offer?: OfferId
    readonly option?: OptionId
    readonly proposal?: ProposalId
  }
  readonly booked: FixedTime
  readonly moved: FixedTime & { readonly proposal?: ProposalId }
  readonly 'mentor-changed': FixedTime & { readonly mentor: PersonId }
  readonly 'place-changed': Nothing
  readonly 'format-chosen': { readonly format: FormatId | null }
  readonly answered: Answered
  readonly 'answer-undone': { readonly person: PersonId; readonly partstat: Partstat }
  readonly 'decline-asked': Nothing
  readonly refreshed: { readonly person: PersonId }
  readonly countered: NewTime & { readonly reason?: SlotRefusal['reason'] } & Partial<Answered>
  readonly 'counter-refused': { readonly proposal: ProposalId }
  /** Whoever proposed it took it back before anybody decided. */
  readonly 'counter-withdrawn': { readonly proposal: ProposalId }
  readonly bumped: { readonly start: Instant; readonly bumps: number }
  readonly 'times-dropped': { readonly offer: OfferId }
  readonly 'mentor-could-not': { readonly start: Instant }
  readonly cancelled: { readonly start: Instant | null }
  readonly reopened: { readonly start: Instant | null }
  /** A press was taken back before anybody heard of it. */
  readonly undone: { readonly act: string }
  readonly logged: { readonly result: OutcomeResult; readonly needsManager: boolean }
  readonly 'log-replaced': { readonly result: OutcomeResult; readonly needsManager: boolean }
  /** A manager corrects a log whose hour is over. What stood before: the outcome, and the commitment made in it. */
  readonly 'log-corrected': {
    readonly result: OutcomeResult
    readonly needsManager: boolean
    readonly corrects: OutcomeId
    readonly commitment: CommitmentId | null
  }
  readonly 'round-opened': Nothing
  readonly passed: Nothing
  readonly briefed: Nothing
  readonly nudged: Nothing
  readonly 'own-page-asked': Nothing
  readonly 'mentor-late': Nothing
  readonly 'mentor-waiting': Nothing
  readonly arrived: Nothing
  readonly 'not-met': Nothing
  readonly 'outcome-asked': Nothing
}

type PairingDetails = {
  readonly 'pairing-made': { readonly mentor: PersonId; readonly executive: PersonId }
  readonly 'pairing-status': { readonly status: PairingStatus }
  readonly 'pairing-placed': Nothing
  readonly 'pairing-aimed': { readonly aim: Aim | null }
  readonly 'pairing-tracked': { readonly track: TrackId | null }
  readonly 'handed-over': { readonly to: PairingId }
}

type PersonDetails = {
  readonly 'person-added': { readonly programme: ProgrammeId }
  /** `programme`: whose words about the person they are; absent in older events. */
  readonly 'person-changed': { readonly fields: string; readonly programme?: ProgrammeId }
  readonly 'hours-changed': Nothing
  readonly 'departure-set': { readonly programme: ProgrammeId; readonly on: Day }
  readonly 'departure-withdrawn': { readonly programme: ProgrammeId }
  readonly 'person-left': { readonly programme: ProgrammeId }
}

/** Events of a programme and of its list of formats. */
type ProgrammeDetails = {
  readonly 'programme-opened': Nothing
  readonly 'programme-changed': { readonly fields: string }
  /** Somebody insists on words in these outward texts. */
  readonly 'words-allowed': { readonly fields: string }
  readonly 'programme-closing': Nothing
  readonly 'programme-closed': Nothing
  readonly 'format-made': { readonly format: FormatId }
  readonly 'format-changed': { readonly format: FormatId }
  readonly 'track-made': { readonly track: TrackId }
  readonly 'track-changed': { readonly track: TrackId }
}

type Details = SessionDetails & PairingDetails & PersonDetails & ProgrammeDetails

type HappeningOf<Code extends keyof Details> = {
  readonly [Each in Code]: { readonly code: Each; readonly detail: Details[Each] }
}[Code]

/** A code with its own detail, as a rule returns it. */
export type SessionHappening = HappeningOf<keyof SessionDetails>
/** A session gets a time, or the same time with another mentor. */
export type FixHappening = HappeningOf<'fixed' | 'booked' | 'moved' | 'mentor-changed'>
export type PairingHappening = HappeningOf<keyof PairingDetails>
export type PersonHappening = HappeningOf<keyof PersonDetails>
export type ProgrammeHappening = HappeningOf<keyof ProgrammeDetails>
export type Happening = HappeningOf<keyof Details>

export type EventCode = Happening['code']
export type EventDetail = Happening['detail']
export type SessionEventCode = SessionHappening['code']

type When = {
  readonly at: Instant
  /** Null if the clock did it. */
  readonly actorId: PersonId | null
  readonly door: EventDoor
}

/** The codes of events that are not a session's. */
export type OtherEventCode = Exclude<EventCode, SessionEventCode>

/** An event of any code. Narrowing the code also types the detail. */
export type SessionEvent = SessionHappening & When
export type PairingEvent = PairingHappening & When
export type PersonEvent = PersonHappening & When
export type ProgrammeEvent = ProgrammeHappening & When
export type Event = Happening & When
