import { NOTHING } from '../../domain/decision.ts'
import { decideExpiry } from '../../domain/offer/expire.ts'
import type { SessionId } from '../../domain/ids.ts'
import { accept } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { changeWith } from '../session/change.ts'

/** An offer past its hour holds nothing any more. True where one ran out. */
export async function expireOffer(platform: Platform, sessionId: SessionId): Promise<boolean> {
  let isExpired = false
  const changed = await changeWith(platform, sessionId, (situation) => {
    const decision = decideExpiry(situation)
    isExpired = decision !== null
    return accept(decision ?? NOTHING)
  })
  return changed.ok && isExpired
}
