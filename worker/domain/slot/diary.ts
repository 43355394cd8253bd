import type { PersonId, SessionId } from '../ids.ts'
import type { Availability, PersonRules } from '../people/person.ts'
import type { Policy } from '../programme/programme.ts'
import type { Day, Instant, Interval } from '../time/time.ts'

/** A busy time, from Sotto's own claims or from a busy feed. `sessionId` is null for a feed. */
export type Busy = Interval & {
  readonly sessionId: SessionId | null
  readonly kind: 'session' | 'hold' | 'busy' | 'tentative' | 'out-of-office'
}

/** One person's side: hours and rules as stored, and busy times sorted by start. */
export type PersonDiary = {
  readonly personId: PersonId
  readonly availability: Availability
  readonly rules: PersonRules
  readonly busy: readonly Busy[]
  /** The busy feed could not be read: no time counts as free. */
  readonly feedUnknown: boolean
  /** The person's last day in the programme, and its end: no time lies after it. Null: the person stays. */
  readonly leaves: { readonly on: Day; readonly at: Instant } | null
  /** Version guard: each commit checks and raises it, so that two decisions never rest on the same reading. */
  readonly version: number
}

/** All that is needed to judge a slot: two people, the programme's policy, and now. */
export type Diary = {
  readonly mentor: PersonDiary
  readonly executive: PersonDiary
  readonly policy: Policy
  readonly now: Instant
}

/**
 * A hard refusal holds for everybody. A soft one holds for the clock and for offers; a human may override it with a
 * reason (the manager) or be asked (a counter-proposal outside the hours).
 */
export type HardRefusal =
  | { readonly reason: 'in-the-past'; readonly now: Instant }
  | { readonly reason: 'slot-taken'; readonly until: Instant }
  | { readonly reason: 'executive-busy'; readonly until: Instant }
  | { readonly reason: 'bad-length'; readonly minutes: number }
  | { readonly reason: 'has-left'; readonly who: 'mentor' | 'executive'; readonly on: Day }
export type SoftRefusal =
  | { readonly reason: 'too-soon'; readonly earliest: Instant }
  | { readonly reason: 'beyond-horizon'; readonly latest: Instant }
  | { readonly reason: 'blackout'; readonly until: string; readonly why: string }
  | { readonly reason: 'outside-availability' }
  | { readonly reason: 'outside-executive-hours' }
  | { readonly reason: 'buffer'; readonly until: Instant }
  | { readonly reason: 'day-full'; readonly most: number }
  | { readonly reason: 'week-full'; readonly most: number }
  | { readonly reason: 'hours-unknown' }
  | { readonly reason: 'executive-hours-unknown' }
export type SlotRefusal = HardRefusal | SoftRefusal

const HARD: ReadonlySet<string> = new Set([
  'in-the-past',
  'slot-taken',
  'executive-busy',
  'bad-length',
  'has-left',
] satisfies HardRefusal['reason'][])

const SOFT: ReadonlySet<string> = new Set([
  'too-soon',
  'beyond-horizon',
  'blackout',
  'outside-availability',
  'outside-executive-hours',
  'buffer',
  'day-full',
  'week-full',
  'hours-unknown',
  'executive-hours-unknown',
] satisfies SoftRefusal['reason'][])

export function isHard(refusal: SlotRefusal): refusal is HardRefusal {
  return HARD.has(refusal.reason)
}

/** Whether it is the judge who refuses, hard or soft. */
export function isOfSlot({ reason }: { readonly reason: string }): boolean {
  return HARD.has(reason) || SOFT.has(reason)
}

/** Whether a human's written reason can override it. */
export function isSoft({ reason }: { readonly reason: string }): boolean {
  return SOFT.has(reason)
}

/** A human's written reason overrides a soft refusal, never a hard one. */
export function isOverridden(refusal: { readonly reason: string }, reason: string | null): boolean {
  return reason !== null && isSoft(refusal)
}
