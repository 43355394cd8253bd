import type { SessionId } from '../../domain/ids.ts'
import { decideClearAfterLeaving } from '../../domain/session/clear-after-leaving.ts'
import type { Platform } from '../../platform.ts'
import { findDiary } from '../../storage/slot/diary.ts'
import type { ClockAnswer } from '../clock/answer.ts'
import { changeByClock } from './change.ts'

/** Drops offered times, and calls off an executive's date, after the last day of one of the two. */
export async function clearAfterLeaving(platform: Platform, sessionId: SessionId): Promise<ClockAnswer> {
  const offerId = platform.newId('off')
  return changeByClock(platform, sessionId, 'clear-after-leaving', async (situation) =>
    decideClearAfterLeaving(situation, await findDiary(platform, situation), offerId),
  )
}
