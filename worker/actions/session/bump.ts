import { NO_CHANGE } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import { accept } from '../../domain/result.ts'
import { decideBump } from '../../domain/session/bump.ts'
import type { Platform } from '../../platform.ts'
import { changeSession } from './change.ts'

/** A decline that was meant: the mentor is freed, and new times go out. True where something was bumped. */
export async function bumpSession(platform: Platform, sessionId: SessionId): Promise<boolean> {
  const offerId = platform.newId('off')
  let isBumped = false
  const changed = await changeSession(platform, sessionId, (situation, diary) => {
    const decision = decideBump(situation, diary, offerId)
    isBumped = decision !== null
    return accept(decision ?? NO_CHANGE)
  })
  return changed.ok && isBumped
}
