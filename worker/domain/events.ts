import type { PersonId } from './ids.ts'
import type { Door } from './session/session.ts'
import type { Instant } from './time/time.ts'

/** Where a change came from: a person's door, or the clock. */
export type EventDoor = Door | 'clock'

/** Ids, codes and instants; never names or words, which must stay erasable. */
export type EventDetail = { readonly [key: string]: string | number | boolean | null }

export type EventCode =
  | 'offered'
  | 'offer-expired'
  | 'offer-declined'
  | 'postponed'
  | 'fixed'
  | 'booked'
  | 'moved'
  | 'mentor-changed'
  | 'place-changed'
  | 'format-chosen'
  | 'answered'
  | 'answer-undone'
  | 'decline-asked'
  | 'refreshed'
  | 'countered'
  | 'counter-refused'
  | 'bumped'
  | 'cancelled'
  | 'logged'
  | 'log-replaced'
  | 'reopened'
  | 'round-opened'
  | 'passed'
  | 'briefed'
  | 'nudged'
  | 'own-page-asked'
  | 'mentor-late'
  | 'mentor-waiting'
  | 'arrived'
  | 'not-met'
  | 'outcome-asked'

export type Event = {
  readonly code: EventCode
  readonly at: Instant
  /** Null where the clock did it. */
  readonly actorId: PersonId | null
  readonly door: EventDoor
  readonly detail: EventDetail
}
