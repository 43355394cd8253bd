import type { SessionId } from '../../domain/ids.ts'
import { decideReOffer } from '../../domain/offer/re-offer.ts'
import type { Platform } from '../../platform.ts'
import { findDiary } from '../../storage/slot/diary.ts'
import type { ClockAnswer } from '../clock/answer.ts'
import { changeByClock } from '../session/change.ts'

/** Makes a new offer after one that led to nothing, or the first of a round that found no time at its opening. */
export async function reOffer(platform: Platform, sessionId: SessionId): Promise<ClockAnswer> {
  const offerId = platform.newId('off')
  return changeByClock(platform, sessionId, 're-offer', async (situation) =>
    decideReOffer(situation, await findDiary(platform, situation), offerId),
  )
}
