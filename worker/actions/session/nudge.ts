import type { SessionId } from '../../domain/ids.ts'
import { decideNudge } from '../../domain/session/nudge.ts'
import type { Platform } from '../../platform.ts'
import { findLogReading } from '../../storage/session/outcome.ts'
import { changeByClock } from './change.ts'

/** Half-way to the next session, once for each commitment. True if a nudge was sent. */
export async function nudgeExecutive(platform: Platform, sessionId: SessionId): Promise<boolean> {
  return changeByClock(platform, sessionId, async (situation) => {
    const { lastCommitment } = await findLogReading(platform.db, sessionId, situation.pairing.id)
    return decideNudge(situation, lastCommitment)
  })
}
