import { expireOffer } from '../actions/offer/expire.ts'
import type { Platform } from '../platform.ts'
import { listExpired } from '../storage/clock/due.ts'
import { forEach } from './for-each.ts'

/** Offers past their hour: their holds are freed. Answers how many. */
export async function expireOffers(platform: Platform): Promise<number> {
  return forEach(platform, await listExpired(platform.db, platform.now()), expireOffer)
}
