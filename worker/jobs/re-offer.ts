import { reOffer } from '../actions/offer/re-offer.ts'
import type { Platform } from '../platform.ts'
import { listUnoffered } from '../storage/clock/due.ts'
import { forEach } from './for-each.ts'

/** Rounds whose last offer led to nothing are offered anew. Answers how many were. */
export async function reOfferRounds(platform: Platform): Promise<number> {
  return forEach(platform, await listUnoffered(platform.db, platform.now()), reOffer)
}
