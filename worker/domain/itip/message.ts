import type { Partstat } from '../session/session.ts'
import type { Instant, Interval } from '../time/time.ts'

/** Organizer or attendee; `address` without `mailto:`. */
export type Party = { readonly address: string; readonly name: string }

export type Attendee = Party & {
  /** Left out on a new time: nobody is ever said to have accepted it (RFC 5546 §3.2.2.1). */
  readonly partstat?: Partstat
}

/** One iTIP message about one event to its only attendee. */
export type CalendarMessage = {
  readonly method: 'REQUEST' | 'CANCEL' | 'DECLINECOUNTER'
  readonly uid: string
  readonly sequence: number
  /** The making of this message (RFC 5545 §3.8.7.2). */
  readonly dtstamp: Instant
  readonly time: Interval
  readonly organizer: Party
  readonly attendee: Attendee
  readonly summary: string
  /** In a DECLINECOUNTER the words to whoever proposed, as a COMMENT. */
  readonly description: string | null
  readonly location: string | null
  /** Where to meet: an `https:` page or a `tel:` number. */
  readonly url: string | null
  readonly status: 'CONFIRMED' | 'TENTATIVE'
  /** A wish for a reminder a quarter of an hour before. */
  readonly alarm: boolean
}

/** A session in the feed a mentor or manager subscribes to. */
export type FeedEntry = {
  readonly uid: string
  readonly sequence: number
  /** When the entry last changed, so that an unchanged feed stays the same to the letter. */
  readonly dtstamp: Instant
  readonly time: Interval
  readonly summary: string
  readonly description: string | null
  readonly location: string | null
  readonly url: string | null
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
}

export type Feed = { readonly name: string; readonly entries: readonly FeedEntry[] }
