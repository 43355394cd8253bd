import { NOTHING } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import { decideReoffer } from '../../domain/offer/re-offer.ts'
import { accept } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findDiary } from '../../storage/slot/diary.ts'
import { findTally } from '../../storage/offer/offer.ts'
import { changeWith } from '../session/change.ts'

/** A round whose last offer led to nothing is offered anew. True where it was. */
export async function offerAgain(platform: Platform, sessionId: SessionId): Promise<boolean> {
  const offerId = platform.newId('off')
  let isOffered = false
  const changed = await changeWith(platform, sessionId, async (situation) => {
    const [diary, tally] = await Promise.all([
      findDiary(platform, situation),
      findTally(platform.db, sessionId),
    ])
    const decision = decideReoffer(situation, diary, tally, offerId)
    isOffered = decision !== null
    return accept(decision ?? NOTHING)
  })
  return changed.ok && isOffered
}
