import type { SettingField, ValueOf } from '../fields.ts'
import type { PersonId, ProgrammeId } from '../ids.ts'
import { lintOutward } from '../letter/discretion.ts'
import {
  BUFFER_MINUTES,
  CADENCE_DAYS,
  HOLD_WORKING_DAYS,
  HORIZON_DAYS,
  MAX_BLACKOUT_REASON_CHARACTERS,
  MAX_BLACKOUTS,
  MAX_FORBIDDEN_WORD_CHARACTERS,
  MAX_FORBIDDEN_WORDS,
  MAX_LINK_TEMPLATE_CHARACTERS,
  MAX_PROGRAMME_SHORT_NAME_CHARACTERS,
  MAX_STAND_INS,
  NOTICE_HOURS,
  REPORT_PEOPLE,
  RETENTION_DAYS,
  SESSION_MINUTES,
  TOLERANCE_DAYS,
  UNDO_SECONDS,
} from '../limits.ts'
import { dayNumber } from '../time/dates.ts'
import { DAY, type Day, HOUR, type Instant, instant } from '../time/time.ts'

export type Programme = {
  readonly id: ProgrammeId
  readonly name: string
  /** The second half of the sender's name: “Nadia H. via Northwind”. */
  readonly shortName: string
  readonly policy: Policy
  /** Optimistic lock: every change of the row raises it by one. */
  readonly version: number
} & Ending

/** `closing` withdraws open offers and dates; nothing in a `closed` programme changes any more. */
export type ProgrammeStatus = 'open' | 'closing' | 'closed'

export type Ending = {
  readonly status: ProgrammeStatus
  /** The last day of its sessions; null if not set. */
  readonly endsOn: Day | null
  readonly closedAt: Instant | null
  /** The UTC day in whose night names and notes are purged; set when closing begins. */
  readonly purgeOn: Day | null
  /** Only codes and totals are left. */
  readonly purgedAt: Instant | null
}

export const JUST_OPENED: Ending = {
  status: 'open',
  endsOn: null,
  closedAt: null,
  purgeOn: null,
  purgedAt: null,
}

/** A programme's last day ends in UTC; a difference of half a day does not matter. */
export function endOf(day: Day): Instant {
  return instant((dayNumber(day) + 1) * DAY)
}

/** Days without offers, both included, in each person's own zone. */
export type Blackout = { readonly from: Day; readonly to: Day; readonly reason: string }

/** The rules of a programme with their kinds and bounds. `fields.ts` says what is made from this table. */
export const POLICY_FIELDS = {
  /** Days between two sessions of a pairing. */
  cadence: { kind: 'whole', unit: 'days', range: CADENCE_DAYS },
  /** How far a session may be before or after its cadence date. */
  tolerance: { kind: 'whole', unit: 'days', range: TOLERANCE_DAYS },
  minutes: { kind: 'whole', unit: 'minutes', range: SESSION_MINUTES },
  /** Between now and the earliest slot. */
  notice: { kind: 'whole', unit: 'hours', range: NOTICE_HOURS },
  /** How far ahead a session can be booked. */
  horizon: { kind: 'whole', unit: 'days', range: HORIZON_DAYS },
  /** Kept free around a session, on the mentor's side. */
  buffers: { kind: 'buffers', unit: 'minutes', range: BUFFER_MINUTES },
  blackouts: { kind: 'blackouts', most: MAX_BLACKOUTS, characters: MAX_BLACKOUT_REASON_CHARACTERS },
  /** Working days of the person who answers; then an offer's holds are freed. */
  holdDays: { kind: 'whole', unit: 'working days', range: HOLD_WORKING_DAYS },
  /** Whether a counter-proposal of the executive's side that is free for both waits for the manager. */
  counters: { kind: 'choice', choices: ['ask', 'accept'] },
  /** The same for a mentor's calendar: without it no mentor moves an executive's date. */
  countersOfMentors: { kind: 'choice', choices: ['ask', 'accept'] },
  /** Whether the next offer is sent automatically. */
  autopilot: { kind: 'switch' },
  /** Whether a mentor may keep a note on a session for himself. */
  privateNotes: { kind: 'switch' },
  /** The mentors who said that they take a session of a mentor who cannot come, the first one first. */
  standIns: { kind: 'people', most: MAX_STAND_INS },
  /** How long the letters of a manager's press wait, so that it can be undone; 0: they leave at once. */
  undoSeconds: { kind: 'whole', unit: 'seconds', range: UNDO_SECONDS },
  /** When a manager is written to on a working morning, by her own clock, if something waits for her. */
  morningAt: { kind: 'time' },
  /** Where a session meets that has no place: an address with `{random}` in it, for each session its own; empty: none. */
  meetingLink: { kind: 'link-template', characters: MAX_LINK_TEMPLATE_CHARACTERS },
  /** Outward titles: `name` says “30 min with T. Leroy”, `plain` says “1:1”. Both are true. */
  wording: { kind: 'choice', choices: ['name', 'plain'] },
  /** They must not be in an outward text. */
  forbiddenWords: { kind: 'words', most: MAX_FORBIDDEN_WORDS, characters: MAX_FORBIDDEN_WORD_CHARACTERS },
  /** Let through in an outward text, because somebody said why. */
  allowedWords: { kind: 'words', most: MAX_FORBIDDEN_WORDS, characters: MAX_FORBIDDEN_WORD_CHARACTERS },
  /** Of how many people each figure is that a sponsor reads, and how many others there are besides. */
  reportLeast: { kind: 'whole', unit: 'people', range: REPORT_PEOPLE },
  /** Whether mentors log what they saw an executive do, and the path to yes is made of it. Off, neither is asked nor shown. */
  stages: { kind: 'switch' },
  /** Whether both of a pairing are asked half-way and at the end. Off, nobody is asked, and no answer is shown. */
  pulses: { kind: 'switch' },
  /** How long names and notes are kept once the programme is closed. */
  retention: { kind: 'whole', unit: 'days', range: RETENTION_DAYS },
} as const satisfies Readonly<Record<string, SettingField>>

type PolicyFields = typeof POLICY_FIELDS

export type Policy = {
  readonly [Name in keyof PolicyFields]: PolicyFields[Name] extends { readonly kind: 'blackouts' }
    ? readonly Blackout[]
    : PolicyFields[Name] extends { readonly kind: 'people' }
      ? readonly PersonId[]
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
  countersOfMentors: 'ask',
  autopilot: true,
  privateNotes: false,
  standIns: [],
  undoSeconds: 60,
  morningAt: '08:00',
  meetingLink: '',
  wording: 'name',
  forbiddenWords: [],
  allowedWords: [],
  reportLeast: 5,
  stages: true,
  pulses: true,
  retention: 90,
}

/** Whether a notice in hours is longer than a horizon in days: then nothing can ever be booked. */
export function isBeyond(noticeHours: number, horizonDays: number): boolean {
  return noticeHours * HOUR > horizonDays * DAY
}

/** Fills in the defaults: an older policy lacks newer rules, and a patch can remove one. */
export function completePolicy(policy: Partial<Policy>): Policy {
  const buffers = { ...DEFAULT_POLICY.buffers, ...policy.buffers }
  return { ...DEFAULT_POLICY, ...policy, buffers }
}

/** “Northwind leadership” writes in the name of Northwind, and “Mentoring at Acme” not in that of Mentoring, unless another short name is set. */
export function shortNameOf(name: string): string {
  const words = name.split(/\s+/)
  const rules = { forbiddenWords: [], allowedWords: [], hiddenNames: [] }
  const neutral = words.find(
    (fromName) => fromName.length > 2 && lintOutward({ fromName }, rules).length === 0,
  )
  return (neutral ?? words[0] ?? name).slice(0, MAX_PROGRAMME_SHORT_NAME_CHARACTERS)
}
