import type { SessionId } from '../../domain/ids.ts'
import { decideBump } from '../../domain/session/bump.ts'
import type { Platform } from '../../platform.ts'
import { findDiary } from '../../storage/slot/diary.ts'
import type { ClockAnswer } from '../clock/answer.ts'
import { changeByClock } from './change.ts'

/**
 * The executive declined and did not take it back: the mentor's time is freed, and new times go out.
 */
export async function bumpSession(platform: Platform, sessionId: SessionId): Promise<ClockAnswer> {
  const offerId = platform.newId('off')
  return changeByClock(platform, sessionId, 'bump', async (situation) =>
    decideBump(situation, await findDiary(platform, situation), offerId),
  )
}
