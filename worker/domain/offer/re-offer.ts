import { CLOCK, type Decision } from '../decision.ts'
import type { OfferId } from '../ids.ts'
import { MAX_REOFFERS } from '../session/bump.ts'
import { isOnAutopilot } from '../session/round.ts'
import type { OfferStatus } from '../session/session.ts'
import type { SessionSituation } from '../situation.ts'
import type { Diary } from '../slot/diary.ts'
import { decideOffer, DEFAULT_OPTION_COUNT } from './make.ts'

/** How many offers of this round ended in which way so far. */
export type Tally = Readonly<Partial<Record<OfferStatus, number>>>

/** An expired offer is re-offered once, one that suited nobody twice; then the manager decides. */
const MAX_OFFERS_BY_ENDING: Readonly<Partial<Record<OfferStatus, number>>> = {
  expired: 1,
  none: MAX_REOFFERS,
  later: Infinity,
}

/** The next offer of a round whose last one led to nothing. Null if the round must wait for a date or for a human. */
export function decideReOffer(
  situation: SessionSituation,
  diary: Diary,
  tally: Tally,
  offerId: OfferId,
): Decision | null {
  const { session, now } = situation
  const { offer } = session
  if (!isOnAutopilot(situation) || session.status !== 'offered' || !offer) return null
  if (session.bumps > MAX_REOFFERS || session.proposals.length > 0) return null
  if (session.notBefore !== null && session.notBefore > now) return null
  if ((tally[offer.status] ?? 0) > (MAX_OFFERS_BY_ENDING[offer.status] ?? 0)) return null

  const wish = {
    offerId,
    sessionId: session.id,
    minutes: null,
    count: DEFAULT_OPTION_COUNT,
    avoid: offer.options,
  }
  const decision = decideOffer(situation, diary, wish, CLOCK)
  return decision.ok ? decision.value : null
}
