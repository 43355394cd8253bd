import type { SessionId } from '../../domain/ids.ts'
import { decideExpireOffer } from '../../domain/offer/expire.ts'
import type { Platform } from '../../platform.ts'
import { changeByClock } from '../session/change.ts'

/** Frees the holds of an offer that nobody answered in time. True if an offer expired. */
export async function expireOffer(platform: Platform, sessionId: SessionId): Promise<boolean> {
  return changeByClock(platform, sessionId, decideExpireOffer)
}
