import type { OfferId, PairingId, PersonId, PlanId, ProgrammeId, SessionId } from '../ids.ts'
import type { Policy } from '../programme/programme.ts'
import type { Refusal } from '../refusals.ts'
import type { PersonDiary } from '../slot/diary.ts'
import type { RankedOption } from '../slot/options.ts'
import type { Instant, Interval } from '../time/time.ts'

/** A pairing that needs a next date, and what that date should be like. */
export type PlanRequest = {
  readonly pairingId: PairingId
  readonly executiveId: PersonId
  /** Who may meet him: his own mentor first, then those who may stand in. */
  readonly mentorIds: readonly [PersonId, ...PersonId[]]
  readonly minutes: number
  /** In which a time must start. */
  readonly window: Interval
  /** The cadence's date; null before the first session. */
  readonly near: Instant | null
  /** The open round, whose own times are not in its way. */
  readonly sessionId: SessionId | null
  readonly avoid: readonly Interval[]
}

export type PlanSetting = {
  readonly policy: Policy
  readonly now: Instant
  readonly diaryOf: (id: PersonId) => PersonDiary
  /** How many times each should be offered. */
  readonly count: number
}

/** Times for one pairing: best first, all with the same mentor. */
export type Proposed = {
  readonly pairingId: PairingId
  readonly mentorId: PersonId
  readonly minutes: number
  readonly options: readonly RankedOption[]
}

/** Why nothing could be proposed, with the evidence. */
export type LeftOver = { readonly pairingId: PairingId } & (
  | { readonly reason: 'hours-unknown' }
  /** The mentor, or the executive, has no time of his own in the window. */
  | { readonly reason: 'mentor-not-free'; readonly window: Interval }
  | { readonly reason: 'executive-not-free'; readonly window: Interval }
  | { readonly reason: 'no-common-time'; readonly window: Interval }
  /** Others of the plan got the times there were. */
  | { readonly reason: 'taken-by-others'; readonly window: Interval }
  /** Another pairing of the same executive is in the plan. */
  | { readonly reason: 'one-at-a-time'; readonly pairing: PairingId }
  | { readonly reason: 'asked-for-later'; readonly notBefore: Instant }
)

export type Plan = { readonly rows: readonly Proposed[]; readonly leftOver: readonly LeftOver[] }

/** A row as it is kept: its offer's id is known before it is sent, so that sending it again sends nothing more. */
export type PlanRow = Proposed & {
  readonly offerId: OfferId
  readonly state: 'open' | 'dropped' | 'sent' | 'failed'
  /** Why it could not be sent the last time. */
  readonly refusal: Refusal | null
}

export type KeptPlan = {
  readonly id: PlanId
  readonly programmeId: ProgrammeId
  readonly madeBy: PersonId
  readonly madeAt: Instant
  /** Whether other mentors were allowed to stand in. */
  readonly standIns: boolean
  readonly rows: readonly PlanRow[]
  readonly leftOver: readonly LeftOver[]
}
