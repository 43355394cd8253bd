import { NO_CHANGE } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import { accept } from '../../domain/result.ts'
import { decideAskForOutcome } from '../../domain/session/ask-for-outcome.ts'
import type { Platform } from '../../platform.ts'
import { changeSessionWith } from './change.ts'

/** The mentor gets his four links. True where he was asked. */
export async function askForOutcome(platform: Platform, sessionId: SessionId): Promise<boolean> {
  let isAsked = false
  const changed = await changeSessionWith(platform, sessionId, (situation) => {
    const decision = decideAskForOutcome(situation)
    isAsked = decision !== null
    return accept(decision ?? NO_CHANGE)
  })
  return changed.ok && isAsked
}
