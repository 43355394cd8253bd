import type { By } from '../domain/decision.ts'
import type { OfferId, PairingId, SessionId } from '../domain/ids.ts'
import { decideOffer, OPTIONS } from '../domain/offering.ts'
import type { Refusal } from '../domain/refusals.ts'
import { refuse, type Result } from '../domain/result.ts'
import type { Session } from '../domain/sessions.ts'
import type { Platform } from '../platform.ts'
import { findDiary } from '../storage/diaries.ts'
import { findSessionByOffer } from '../storage/sessions.ts'
import { findSituation } from '../storage/situations.ts'
import { once } from './once.ts'

export type OfferRequest = {
  readonly id: OfferId
  readonly pairingId: PairingId
  readonly minutes: number | null
  readonly options: number | null
}

/** Holds the best times for both and asks whoever answers for the executive. */
export async function offerTimes(
  platform: Platform,
  wish: OfferRequest,
  by: By,
): Promise<Result<Session, Refusal>> {
  const sessionId: SessionId = platform.newId('ses')
  return once(platform, wish, {
    again: () => findSessionByOffer(platform.db, wish.id),
    decide: async () => {
      const situation = await findSituation(platform, wish.pairingId)
      if (!situation) return refuse({ reason: 'not-found' })
      const diary = await findDiary(platform, situation)
      const { id: offerId, minutes, options } = wish
      return decideOffer(situation, diary, { offerId, sessionId, minutes, count: options ?? OPTIONS }, by)
    },
  })
}
