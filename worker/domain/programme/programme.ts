import type { ProgrammeId } from '../ids.ts'
import { dayNumber } from '../time/dates.ts'
import { DAY, type Day, type Instant, instant } from '../time/time.ts'

export type Programme = {
  readonly id: ProgrammeId
  readonly name: string
  /** Shown as the organizer's second half: “Nadia H. via Northwind”. */
  readonly shortName: string
  readonly policy: Policy
  /** Raised by one with every change of the row. */
  readonly version: number
} & Ending

/** `closing` withdraws what is under way; nothing of a `closed` programme changes any more. */
export type ProgrammeStatus = 'open' | 'closing' | 'closed'

export type Ending = {
  readonly status: ProgrammeStatus
  /** The last day of its sessions; null where nobody said. */
  readonly endsOn: Day | null
  readonly closedAt: Instant | null
  /** The day, in UTC, in whose night names and notes go; known once it is being closed. */
  readonly purgeOn: Day | null
}

export const JUST_OPENED: Ending = { status: 'open', endsOn: null, closedAt: null, purgeOn: null }

/** A programme's last day ends in UTC: half a day more or less matters to nobody here. */
export function endOf(day: Day): Instant {
  return instant((dayNumber(day) + 1) * DAY)
}

/** Days nobody is offered, both ends included, in each person's own zone. */
export type Blackout = { readonly from: Day; readonly to: Day; readonly reason: string }

export type Policy = {
  /** Days between two sessions of a pairing. */
  readonly cadence: number
  /** Days a session may come before or after its cadence. */
  readonly tolerance: number
  readonly minutes: number
  /** Hours between now and the earliest slot. */
  readonly notice: number
  /** Days ahead that can be booked. */
  readonly horizon: number
  /** Minutes kept free around a session, on the mentor's side. */
  readonly buffers: { readonly before: number; readonly after: number }
  readonly blackouts: readonly Blackout[]
  /** Working days of whoever answers, until an offer's holds are freed. */
  readonly holdDays: number
  /** What happens to a counter-proposal that is free for both. */
  readonly counters: 'ask' | 'accept'
  /** The next offer goes out by itself. */
  readonly autopilot: boolean
  readonly wording: Wording
  /** Words that must never stand in an outward text. */
  readonly forbiddenWords: readonly string[]
  /** Days that names and notes are kept once the programme is closed. */
  readonly retention: number
}

/** Outward titles: `name` says “30 min with T. Leroy”, `plain` says “1:1”. Both are true. */
export type Wording = 'name' | 'plain'

export const DEFAULT_POLICY: Policy = {
  cadence: 21,
  tolerance: 7,
  minutes: 30,
  notice: 24,
  horizon: 56,
  buffers: { before: 0, after: 10 },
  blackouts: [],
  holdDays: 3,
  counters: 'ask',
  autopilot: true,
  wording: 'name',
  forbiddenWords: [],
  retention: 90,
}

/** “Northwind leadership” writes in the name of Northwind, unless told otherwise. */
export function shortNameOf(name: string): string {
  return (name.split(/\s+/)[0] ?? name).slice(0, 60)
}
