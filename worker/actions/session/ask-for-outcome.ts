import { NOTHING } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import { decideOutcomeRequest } from '../../domain/session/log-outcome.ts'
import { accept } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { changeWith } from './change.ts'

/** The mentor gets his four links. True where he was asked. */
export async function askForOutcome(platform: Platform, sessionId: SessionId): Promise<boolean> {
  let isAsked = false
  const changed = await changeWith(platform, sessionId, (situation) => {
    const decision = decideOutcomeRequest(situation)
    isAsked = decision !== null
    return accept(decision ?? NOTHING)
  })
  return changed.ok && isAsked
}
