import { decideBump } from '../../domain/session/bump.ts'
import { NOTHING } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import { accept } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { change } from './change.ts'

/** A decline that was meant: the mentor is freed, and new times go out. True where something was bumped. */
export async function bumpSession(platform: Platform, sessionId: SessionId): Promise<boolean> {
  const offerId = platform.newId('off')
  let isBumped = false
  const changed = await change(platform, sessionId, (situation, diary) => {
    const decision = decideBump(situation, diary, offerId)
    isBumped = decision !== null
    return accept(decision ?? NOTHING)
  })
  return changed.ok && isBumped
}
