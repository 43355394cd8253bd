import type { Partstat } from '../session/session.ts'
import type { Instant } from '../time/time.ts'

/** PUBLISH and ADD count as `request`: an event of somebody else, which changes nothing here. */
export type CalendarClass =
  | 'reply'
  | 'counter'
  | 'refresh'
  | 'request'
  | 'cancel'
  | 'declinecounter'
  | 'unattributed'
  | 'malformed'

/** The end is null if the message gives only a start and not the event's length. */
export type ProposedTime = { readonly start: Instant; readonly end: Instant | null }

/** An ATTENDEE of the event, never of its alarm. Addresses are lower case, without `mailto:`. */
export type Respondent = {
  readonly address: string
  readonly name: string | null
  /** Null if absent. An unknown value is NEEDS-ACTION, which says nothing. */
  readonly partstat: Partstat | null
  readonly sentBy: string | null
  readonly delegatedTo: string | null
  /** The comment that Google and Yahoo put on the ATTENDEE line. */
  readonly comment: string | null
  readonly proposed: ProposedTime | null
}

/** What one calendar says. `who` is null if it is uncertain; the caller may know the person by the secret address. */
export type CalendarReading = {
  readonly class: CalendarClass
  readonly method: string | null
  readonly who: string | null
  readonly sentBy: string | null
  readonly partstat: Partstat | null
  readonly delegatedTo: string | null
  readonly uid: string | null
  /** ISO 8601 in UTC if its zone is known; a whole day as a day; else as written. */
  readonly recurrenceId: string | null
  /** 0 if absent; null without an event. */
  readonly sequence: number | null
  readonly dtstamp: Instant | null
  readonly proposed: ProposedTime | null
  /** The event's own time, in a message that is no answer. */
  readonly time: ProposedTime | null
  readonly comment: string | null
  /** X-MICROSOFT-CDO-REPLYTIME. */
  readonly replyTime: Instant | null
  /** The start of the answered revision, if the message has it. */
  readonly dtstart: Instant | null
  /** As written. */
  readonly organizer: string | null
  readonly attendees: readonly Respondent[]
  readonly events: number
  /** The program that wrote the calendar. */
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
  | 'no-length'
  | 'incomplete'
  | 'too-large'
  | 'unreadable-mail'
