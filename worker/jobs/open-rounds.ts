import { CLOCK } from '../domain/decision.ts'
import { decideRoundOnAutopilot } from '../domain/offering.ts'
import { accept, refuse } from '../domain/result.ts'
import type { Platform } from '../platform.ts'
import { settle } from '../storage/commit.ts'
import { findDiary } from '../storage/diaries.ts'
import { listRoundless } from '../storage/due.ts'
import { findSituation } from '../storage/situations.ts'

/** A pairing whose session was called off has no next date: its round is opened. Answers how many. */
export async function openRounds(platform: Platform): Promise<number> {
  const due = await listRoundless(platform.db, platform.now())
  for (const pairingId of due) {
    const ids = { sessionId: platform.newId('ses'), offerId: platform.newId('off') }
    await settle(platform, async () => {
      const situation = await findSituation(platform, pairingId)
      if (!situation || situation.session) return refuse({ reason: 'changed-meanwhile' })
      return accept(decideRoundOnAutopilot(situation, await findDiary(platform, situation), ids, CLOCK))
    })
  }
  return due.length
}
