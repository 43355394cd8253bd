import type { Partstat } from '../session/session.ts'
import type { Instant, Interval } from '../time/time.ts'

/** Organizer or attendee; `address` without `mailto:`. */
export type Party = { readonly address: string; readonly name: string }

export type Attendee = Party & {
  /** Absent for a new time: an invite never says that somebody accepted it (RFC 5546 §3.2.2.1). */
  readonly partstat?: Partstat
}

/** One iTIP message about one event, to its only attendee. */
export type CalendarMessage = {
  readonly method: 'REQUEST' | 'CANCEL' | 'DECLINECOUNTER'
  readonly uid: string
  readonly sequence: number
  /** When this message was made (RFC 5545 §3.8.7.2). */
  readonly dtstamp: Instant
  readonly time: Interval
  readonly organizer: Party
  readonly attendee: Attendee
  readonly summary: string
  /** In a DECLINECOUNTER: the text for the proposer, sent as a COMMENT. */
  readonly description: string | null
  readonly location: string | null
  /** The place as an `https:` page or a `tel:` number. */
  readonly url: string | null
  readonly status: 'CONFIRMED' | 'TENTATIVE'
  /** Whether to add a reminder 15 minutes before. */
  readonly alarm: boolean
}

/** A session, or a time that is held, in the feed that a mentor or manager subscribes to. */
export type FeedEntry = {
  readonly uid: string
  readonly sequence: number
  /** When the entry last changed. An unchanged feed stays the same to the byte. */
  readonly dtstamp: Instant
  readonly time: Interval
  readonly summary: string
  readonly description: string | null
  readonly location: string | null
  readonly url: string | null
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
}

export type IcsFeed = { readonly name: string; readonly entries: readonly FeedEntry[] }
