import type { Field, ValueOf } from '../fields.ts'
import type { ProgrammeId } from '../ids.ts'
import {
  BUFFER_MINUTES,
  CADENCE_DAYS,
  HOLD_WORKING_DAYS,
  HORIZON_DAYS,
  MAX_BLACKOUT_REASON_CHARACTERS,
  MAX_BLACKOUTS,
  MAX_FORBIDDEN_WORD_CHARACTERS,
  MAX_FORBIDDEN_WORDS,
  MAX_PROGRAMME_SHORT_NAME_CHARACTERS,
  NOTICE_HOURS,
  RETENTION_DAYS,
  SESSION_MINUTES,
  TOLERANCE_DAYS,
} from '../limits.ts'
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

/** The rules of a programme: each with its kind and its bounds. `fields.ts` says what is made from this table. */
export const POLICY_FIELDS = {
  /** Between two sessions of a pairing. */
  cadence: { kind: 'whole', unit: 'days', range: CADENCE_DAYS },
  /** A session may come so much before or after its cadence. */
  tolerance: { kind: 'whole', unit: 'days', range: TOLERANCE_DAYS },
  minutes: { kind: 'whole', unit: 'minutes', range: SESSION_MINUTES },
  /** Between now and the earliest slot. */
  notice: { kind: 'whole', unit: 'hours', range: NOTICE_HOURS },
  /** How far ahead can be booked. */
  horizon: { kind: 'whole', unit: 'days', range: HORIZON_DAYS },
  /** Kept free around a session, on the mentor's side. */
  buffers: { kind: 'buffers', unit: 'minutes', range: BUFFER_MINUTES },
  blackouts: { kind: 'blackouts', most: MAX_BLACKOUTS, characters: MAX_BLACKOUT_REASON_CHARACTERS },
  /** Of whoever answers, until an offer's holds are freed. */
  holdDays: { kind: 'whole', unit: 'working days', range: HOLD_WORKING_DAYS },
  /** What happens to a counter-proposal that is free for both. */
  counters: { kind: 'choice', choices: ['ask', 'accept'] },
  /** The next offer goes out by itself. */
  autopilot: { kind: 'switch' },
  /** Outward titles: `name` says “30 min with T. Leroy”, `plain` says “1:1”. Both are true. */
  wording: { kind: 'choice', choices: ['name', 'plain'] },
  /** They must never stand in an outward text. */
  forbiddenWords: { kind: 'words', most: MAX_FORBIDDEN_WORDS, characters: MAX_FORBIDDEN_WORD_CHARACTERS },
  /** How long names and notes are kept once the programme is closed. */
  retention: { kind: 'whole', unit: 'days', range: RETENTION_DAYS },
} as const satisfies Readonly<Record<string, Field>>

type PolicyFields = typeof POLICY_FIELDS

export type Policy = {
  readonly [Name in keyof PolicyFields]: PolicyFields[Name] extends { readonly kind: 'blackouts' }
    ? readonly Blackout[]
    : ValueOf<PolicyFields[Name]>
}

export type Wording = Policy['wording']

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

/** What a policy leaves open, one written before a newer rule or by a patch, is as usual. */
export function completePolicy(policy: Partial<Policy>): Policy {
  const buffers = { ...DEFAULT_POLICY.buffers, ...policy.buffers }
  return { ...DEFAULT_POLICY, ...policy, buffers }
}

/** “Northwind leadership” writes in the name of Northwind, unless told otherwise. */
export function shortNameOf(name: string): string {
  return (name.split(/\s+/)[0] ?? name).slice(0, MAX_PROGRAMME_SHORT_NAME_CHARACTERS)
}
