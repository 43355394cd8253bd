import type { SessionId } from '../../domain/ids.ts'
import { decideExpireOffer } from '../../domain/offer/expire.ts'
import type { Platform } from '../../platform.ts'
import type { ClockAnswer } from '../clock/answer.ts'
import { changeByClock } from '../session/change.ts'

/** Frees the holds of an offer that nobody answered in time. */
export async function expireOffer(platform: Platform, sessionId: SessionId): Promise<ClockAnswer> {
  return changeByClock(platform, sessionId, 'expire-offer', decideExpireOffer)
}
