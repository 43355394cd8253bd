import { CLOCK } from '../domain/decision.ts'
import type { PairingId } from '../domain/ids.ts'
import { decideRoundOnAutopilot } from '../domain/offering.ts'
import { accept, refuse } from '../domain/result.ts'
import type { Platform } from '../platform.ts'
import { settle } from '../storage/commit.ts'
import { findDiary } from '../storage/diaries.ts'
import { findSituation } from '../storage/situations.ts'

/** A pairing without a round gets its next one. True where it was opened. */
export async function openRound(platform: Platform, pairingId: PairingId): Promise<boolean> {
  const ids = { sessionId: platform.newId('ses'), offerId: platform.newId('off') }
  const opened = await settle(platform, async () => {
    const situation = await findSituation(platform, pairingId)
    if (!situation) return refuse({ reason: 'not-found' })
    if (situation.session?.time)
      return refuse({ reason: 'already-fixed', start: situation.session.time.start })
    return accept(decideRoundOnAutopilot(situation, await findDiary(platform, situation), ids, CLOCK))
  })
  return opened.ok
}
