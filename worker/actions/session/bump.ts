import type { SessionId } from '../../domain/ids.ts'
import { decideBump } from '../../domain/session/bump.ts'
import type { Platform } from '../../platform.ts'
import { findDiary } from '../../storage/slot/diary.ts'
import { changeByClock } from './change.ts'

/** A decline that was meant: the mentor is freed, and new times go out. True where something was bumped. */
export async function bumpSession(platform: Platform, sessionId: SessionId): Promise<boolean> {
  const offerId = platform.newId('off')
  return changeByClock(platform, sessionId, async (situation) =>
    decideBump(situation, await findDiary(platform, situation), offerId),
  )
}
