import { reOffer } from '../actions/offer/re-offer.ts'
import type { Platform } from '../platform.ts'
import { listUnoffered } from '../storage/clock/due.ts'
import { forEach } from './for-each.ts'

/** Re-offers the rounds whose last offer led to nothing. Returns how many. */
export async function reOfferRounds(platform: Platform): Promise<number> {
  return forEach(platform, await listUnoffered(platform.db, platform.now()), reOffer)
}
