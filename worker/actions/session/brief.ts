import { decideBrief } from '../../domain/session/brief.ts'
import { NOTHING } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import { accept } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findLogReading } from '../../storage/session/outcome.ts'
import { changeWith } from './change.ts'

/** The day before, once for each date. True where the mentor was told. */
export async function briefMentor(platform: Platform, sessionId: SessionId): Promise<boolean> {
  let isBriefed = false
  const changed = await changeWith(platform, sessionId, async (situation) => {
    const { lastCommitment } = await findLogReading(platform.db, sessionId, situation.pairing.id)
    const decision = decideBrief(situation, lastCommitment)
    isBriefed = decision !== null
    return accept(decision ?? NOTHING)
  })
  return changed.ok && isBriefed
}
