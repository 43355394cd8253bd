import type { SessionId } from '../../domain/ids.ts'
import { decideReOffer } from '../../domain/offer/re-offer.ts'
import type { Platform } from '../../platform.ts'
import { findTally } from '../../storage/offer/offer.ts'
import { findDiary } from '../../storage/slot/diary.ts'
import { changeByClock } from '../session/change.ts'

/** Makes a new offer after one that led to nothing. True if it was made. */
export async function reOffer(platform: Platform, sessionId: SessionId): Promise<boolean> {
  const offerId = platform.newId('off')
  return changeByClock(platform, sessionId, async (situation) => {
    const [diary, tally] = await Promise.all([
      findDiary(platform, situation),
      findTally(platform.db, sessionId),
    ])
    return decideReOffer(situation, diary, tally, offerId)
  })
}
