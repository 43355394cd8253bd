import { CLOCK, type Decision } from '../decision.ts'
import type { OfferId } from '../ids.ts'
import type { Refusal } from '../refusals.ts'
import type { Result } from '../result.ts'
import { MAX_REOFFERS } from '../session/bump.ts'
import { isOnAutopilot } from '../session/round.ts'
import { canBeAccepted, type OfferStatus } from '../session/session.ts'
import type { SessionSituation } from '../situation.ts'
import type { Diary } from '../slot/diary.ts'
import { instant, type Instant, latestKnown } from '../time/time.ts'
import { decideOffer, DEFAULT_OPTION_COUNT } from './make.ts'

/** How many offers of one ending a round may have: an expired one is re-offered once, “none” twice; then the manager decides. */
const MAX_OFFERS_BY_ENDING: Readonly<Partial<Record<OfferStatus, number>>> = {
  expired: 1,
  none: MAX_REOFFERS,
  later: Infinity,
}

/** Of a round that follows no date: it has been due for ever. */
const BEFORE_ALL = instant(0)

/**
 * When the clock offers times again, or for the first time in a round that found none when it opened. Null: the round
 * waits for an answer or for a human. A proposed time is not overtaken while it could still be accepted.
 */
export function reOfferDueAt(situation: SessionSituation): Instant | null {
  const { session, earlierOffers } = situation
  const { offer, notBefore } = session
  if (!isOnAutopilot(situation) || session.status !== 'offered') return null
  if (session.bumps > MAX_REOFFERS) return null
  const proposed = latestKnown(null, ...session.proposals.filter(canBeAccepted).map(({ start }) => start))
  if (!offer)
    return session.invites.length === 0
      ? (latestKnown(situation.dated.end, notBefore, proposed) ?? BEFORE_ALL)
      : null

  const count = (earlierOffers[offer.status] ?? 0) + 1
  if (count > (MAX_OFFERS_BY_ENDING[offer.status] ?? 0)) return null
  return latestKnown(offer.answer?.at ?? offer.heldUntil, notBefore, proposed)
}

/** The next offer of a round whose last one led to nothing; refused if no time is left but refused ones. */
export function decideReOffer(
  situation: SessionSituation,
  diary: Diary,
  offerId: OfferId,
): Result<Decision, Refusal> {
  const { session } = situation
  const wish = {
    offerId,
    sessionId: session.id,
    minutes: null,
    count: DEFAULT_OPTION_COUNT,
  }
  return decideOffer(situation, diary, wish, CLOCK)
}
