import { NO_CHANGE } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import { accept } from '../../domain/result.ts'
import { decideBrief } from '../../domain/session/brief.ts'
import type { Platform } from '../../platform.ts'
import { findLogReading } from '../../storage/session/outcome.ts'
import { changeSessionWith } from './change.ts'

/** The day before, once for each date. True where the mentor was told. */
export async function briefMentor(platform: Platform, sessionId: SessionId): Promise<boolean> {
  let isBriefed = false
  const changed = await changeSessionWith(platform, sessionId, async (situation) => {
    const { lastCommitment } = await findLogReading(platform.db, sessionId, situation.pairing.id)
    const decision = decideBrief(situation, lastCommitment)
    isBriefed = decision !== null
    return accept(decision ?? NO_CHANGE)
  })
  return changed.ok && isBriefed
}
