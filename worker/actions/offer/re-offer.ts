import { NO_CHANGE } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import { decideReOffer } from '../../domain/offer/re-offer.ts'
import { accept } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findTally } from '../../storage/offer/offer.ts'
import { findDiary } from '../../storage/slot/diary.ts'
import { changeSessionWith } from '../session/change.ts'

/** A round whose last offer led to nothing is offered anew. True where it was. */
export async function reOffer(platform: Platform, sessionId: SessionId): Promise<boolean> {
  const offerId = platform.newId('off')
  let isOffered = false
  const changed = await changeSessionWith(platform, sessionId, async (situation) => {
    const [diary, tally] = await Promise.all([
      findDiary(platform, situation),
      findTally(platform.db, sessionId),
    ])
    const decision = decideReOffer(situation, diary, tally, offerId)
    isOffered = decision !== null
    return accept(decision ?? NO_CHANGE)
  })
  return changed.ok && isOffered
}
