import { NO_CHANGE } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import { decideExpireOffer } from '../../domain/offer/expire.ts'
import { accept } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { changeSessionWith } from '../session/change.ts'

/** An offer past its hour holds nothing any more. True where one ran out. */
export async function expireOffer(platform: Platform, sessionId: SessionId): Promise<boolean> {
  let isExpired = false
  const changed = await changeSessionWith(platform, sessionId, (situation) => {
    const decision = decideExpireOffer(situation)
    isExpired = decision !== null
    return accept(decision ?? NO_CHANGE)
  })
  return changed.ok && isExpired
}
