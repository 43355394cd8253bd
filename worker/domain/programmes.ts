import type { ProgrammeId } from './ids.ts'
import type { Day } from './time.ts'

export type Programme = {
  readonly id: ProgrammeId
  readonly name: string
  /** Shown as the organizer's second half: “Nadia H. via Northwind”. */
  readonly shortName: string
  readonly policy: Policy
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
}
