import { NO_CHANGE } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import { accept } from '../../domain/result.ts'
import { decideNudge } from '../../domain/session/nudge.ts'
import type { Platform } from '../../platform.ts'
import { findLogReading } from '../../storage/session/outcome.ts'
import { changeSessionWith } from './change.ts'

/** Half-way to the next session, once for each commitment. True where a word went out. */
export async function nudgeExecutive(platform: Platform, sessionId: SessionId): Promise<boolean> {
  let isNudged = false
  const changed = await changeSessionWith(platform, sessionId, async (situation) => {
    const { lastCommitment } = await findLogReading(platform.db, sessionId, situation.pairing.id)
    const decision = decideNudge(situation, lastCommitment)
    isNudged = decision !== null
    return accept(decision ?? NO_CHANGE)
  })
  return changed.ok && isNudged
}
