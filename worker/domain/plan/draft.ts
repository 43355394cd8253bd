import type { By } from '../decision.ts'
import { sessionAfter } from '../decision.ts'
import type { KeyId, PairingId, PersonId } from '../ids.ts'
import { decideOffer, DEFAULT_OPTION_COUNT } from '../offer/make.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { Situation } from '../situation.ts'
import type { Diary } from '../slot/diary.ts'
import type { Instant } from '../time/time.ts'
import type { KeptPlan } from './plan.ts'

export type DraftWish = {
  readonly pairingId: PairingId
  /** Null: as long as the next session. */
  readonly minutes: number | null
  /** How many times to propose. */
  readonly count: number | null
  /** Starts that were chosen; absent: the best times are searched. */
  readonly starts?: readonly Instant[]
  readonly madeBy: PersonId
  readonly keyId: KeyId
}

/**
 * A plan of one row, with the times that an offer would have now. Refused as the offer would be, also while another is open:
 * nothing is held, and nobody is asked, before a person confirms it.
 */
export function decideDraft(
  situation: Situation,
  diary: Diary,
  { pairingId, minutes, count, starts, madeBy, keyId }: DraftWish,
  by: By,
): Result<KeptPlan, Refusal> {
  const { newId, now, programme } = situation
  const offerId = newId('off')
  const wish = { offerId, sessionId: newId('ses'), minutes, count: count ?? DEFAULT_OPTION_COUNT }
  const offered = decideOffer(situation, diary, { ...wish, ...(starts && { starts }), isOnlyFirst: true }, by)
  if (!offered.ok) return offered
  const session = sessionAfter(offered.value)
  if (!session?.offer) return refuse({ reason: 'no-slots' })
  const options = session.offer.options.map(({ start, end }) => ({ start, end, reasons: [] }))
  const { mentorId } = session
  const row = { pairingId, mentorId, minutes: session.minutes, options, offerId, state: 'open' } as const
  const made = { id: newId('pln'), programmeId: programme.id, madeBy, madeAt: now, keyId }
  return accept({ ...made, standIns: false, rows: [{ ...row, refusal: null }], leftOver: [] })
}

/** Whether it proposes the same: then it stays, and no other is made. */
export function isSameDraft(one: KeptPlan, other: KeptPlan): boolean {
  const said = ({ rows }: KeptPlan) =>
    rows.map(({ mentorId, minutes, options }) => [mentorId, minutes, options.map(({ start }) => start)])
  return JSON.stringify(said(one)) === JSON.stringify(said(other))
}
