import type { SessionId } from '../../domain/ids.ts'
import { decideExpireOffer } from '../../domain/offer/expire.ts'
import type { Platform } from '../../platform.ts'
import { changeByClock } from '../session/change.ts'

/** An offer past its hour holds nothing any more. True where one ran out. */
export async function expireOffer(platform: Platform, sessionId: SessionId): Promise<boolean> {
  return changeByClock(platform, sessionId, decideExpireOffer)
}
