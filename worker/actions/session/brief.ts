import type { SessionId } from '../../domain/ids.ts'
import { decideBrief } from '../../domain/session/brief.ts'
import type { Platform } from '../../platform.ts'
import { findLogReading } from '../../storage/session/outcome.ts'
import { changeByClock } from './change.ts'

/** The day before, once for each date. True if the mentor got his brief. */
export async function briefMentor(platform: Platform, sessionId: SessionId): Promise<boolean> {
  return changeByClock(platform, sessionId, async (situation) => {
    const { lastCommitment } = await findLogReading(platform.db, sessionId, situation.pairing.id)
    return decideBrief(situation, lastCommitment)
  })
}
