import type { Partstat } from '../session/session.ts'
import type { Instant } from '../time/time.ts'

/** PUBLISH and ADD are `request` too: somebody else's event, which changes nothing here. */
export type CalendarClass =
  | 'reply'
  | 'counter'
  | 'refresh'
  | 'request'
  | 'cancel'
  | 'declinecounter'
  | 'unattributed'
  | 'malformed'

/** The end is null where only a start was given and the length of the event is not in the message. */
export type ProposedTime = { readonly start: Instant; readonly end: Instant | null }

/** An ATTENDEE of the event, never of its alarm; addresses lower-case, without `mailto:`. */
export type Respondent = {
  readonly address: string
  readonly name: string | null
  /** Null where none was given; an unknown one is NEEDS-ACTION, which says nothing. */
  readonly partstat: Partstat | null
  readonly sentBy: string | null
  readonly delegatedTo: string | null
  /** The note that Google and Yahoo put on the line. */
  readonly comment: string | null
  readonly proposed: ProposedTime | null
}

/** What one calendar says. `who` is null where that is not certain; the caller may know better, by the secret. */
export type CalendarReading = {
  readonly class: CalendarClass
  readonly method: string | null
  readonly who: string | null
  readonly sentBy: string | null
  readonly partstat: Partstat | null
  readonly delegatedTo: string | null
  readonly uid: string | null
  /** ISO 8601 in UTC where its zone is known, a day as such, else as written. */
  readonly recurrenceId: string | null
  /** 0 where none was given; null without an event. */
  readonly sequence: number | null
  readonly dtstamp: Instant | null
  readonly proposed: ProposedTime | null
  readonly comment: string | null
  /** X-MICROSOFT-CDO-REPLYTIME. */
  readonly replyTime: Instant | null
  /** Where the answered revision began, if the message says. */
  readonly dtstart: Instant | null
  /** As written. */
  readonly organizer: string | null
  readonly attendees: readonly Respondent[]
  readonly events: number
  /** The program that wrote it. */
  readonly prodid: string | null
  readonly problems: readonly CalendarProblem[]
}

export type CalendarProblem =
  | 'no-calendar'
  | 'no-event'
  | 'no-method'
  | 'unknown-method'
  | 'no-uid'
  | 'no-attendee'
  | 'several-attendees'
  | 'contradictory-attendee'
  | 'unknown-partstat'
  | 'several-events'
  | 'unknown-zone'
  | 'unreadable-time'
  | 'incomplete'
  | 'too-large'
  | 'unreadable-mail'
