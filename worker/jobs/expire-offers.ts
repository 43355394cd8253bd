import { expireOffer } from '../actions/offer/expire.ts'
import type { Platform } from '../platform.ts'
import { listExpired } from '../storage/clock/due.ts'
import { forEach } from './for-each.ts'

/** Expires offers that nobody answered in time, and frees their holds. Returns how many. */
export async function expireOffers(platform: Platform): Promise<number> {
  return forEach(platform, await listExpired(platform.db, platform.now()), expireOffer)
}
