import type { KeyId, OfferId, PairingId, PersonId, PlanId, ProgrammeId, SessionId } from '../ids.ts'
import type { Reporting } from '../pairing/reporting.ts'
import type { Policy } from '../programme/programme.ts'
import type { Refusal } from '../refusals.ts'
import type { TriedTime } from '../session/session.ts'
import type { PersonDiary } from '../slot/diary.ts'
import type { RankedOption } from '../slot/options.ts'
import type { Instant, Interval } from '../time/time.ts'

/** A pairing that needs a next date, and what that date should be like. */
export type PlanRequest = {
  readonly pairingId: PairingId
  readonly executiveId: PersonId
  /** Who may meet the executive: his own mentor first, then possible stand-ins. */
  readonly mentorIds: readonly [PersonId, ...PersonId[]]
  readonly minutes: number
  /** A time must start in it. */
  readonly window: Interval
  /** The cadence date; null before the first session. */
  readonly near: Instant | null
  /** The open round. Its own times do not block it. */
  readonly sessionId: SessionId | null
  /** Times that were refused in the round. */
  readonly avoid: readonly TriedTime[]
  /** Times that were proposed in vain: only when nothing else is left. */
  readonly lastResort: readonly Interval[]
}

export type PlanSetting = {
  readonly policy: Policy
  readonly now: Instant
  readonly diaryOf: (id: PersonId) => PersonDiary
  /** How many times each request should get. */
  readonly count: number
}

/** Times for one pairing: best first, all with the same mentor. */
export type Proposed = {
  readonly pairingId: PairingId
  readonly mentorId: PersonId
  readonly minutes: number
  readonly options: readonly RankedOption[]
}

/** Why nothing could be proposed, with evidence. */
export type LeftOver = { readonly pairingId: PairingId } & (
  | { readonly reason: 'hours-unknown' }
  | { readonly reason: 'executive-hours-unknown' }
  | { readonly reason: 'reporting-line'; readonly line: Reporting }
  /** The mentor, or the executive, has no free time in the window. */
  | { readonly reason: 'mentor-not-free'; readonly window: Interval }
  | { readonly reason: 'executive-not-free'; readonly window: Interval }
  | { readonly reason: 'no-common-time'; readonly window: Interval }
  /** Other requests of the plan got the common times. */
  | { readonly reason: 'taken-by-others'; readonly window: Interval }
  /** Another pairing of the same executive is in the plan. */
  | { readonly reason: 'one-at-a-time'; readonly pairing: PairingId }
  | { readonly reason: 'asked-for-later'; readonly notBefore: Instant }
)

export type Plan = { readonly rows: readonly Proposed[]; readonly leftOver: readonly LeftOver[] }

export type RowState = 'open' | 'dropped' | 'sent' | 'failed'

/** A stored row. Its offer id is set before it is sent, so that sending it twice makes one offer. */
export type PlanRow = Proposed & {
  readonly offerId: OfferId
  readonly state: RowState
  /** Why the last attempt to send it failed. */
  readonly refusal: Refusal | null
}

/** What is still to be sent or was left out comes first, so that the next press is at the top; both in the plan's order. */
export function unsentFirst(rows: readonly PlanRow[]): readonly PlanRow[] {
  const isSent = ({ state }: PlanRow) => state === 'sent'
  return [...rows.filter((row) => !isSent(row)), ...rows.filter(isSent)]
}

export type KeptPlan = {
  readonly id: PlanId
  readonly programmeId: ProgrammeId
  readonly madeBy: PersonId
  readonly madeAt: Instant
  /** Of a draft: the key by which a program made it. Null: a person planned. */
  readonly keyId: KeyId | null
  /** Whether stand-ins were allowed. */
  readonly standIns: boolean
  readonly rows: readonly PlanRow[]
  readonly leftOver: readonly LeftOver[]
}
