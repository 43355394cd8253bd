import { CLOCK } from '../../domain/decision.ts'
import type { PairingId } from '../../domain/ids.ts'
import { refuse } from '../../domain/result.ts'
import { decideOpenRound } from '../../domain/session/open-round.ts'
import type { Platform } from '../../platform.ts'
import { readForDecision } from '../../storage/read-for-decision.ts'
import { aboutPairing } from '../../storage/situation.ts'
import { decideAndCommit, withValue } from '../write.ts'
import { whyNotChange } from './change.ts'

/** Opens the next round of a pairing when it is due. True if it was opened. */
export async function openRound(platform: Platform, pairingId: PairingId): Promise<boolean> {
  const ids = { sessionId: platform.newId('ses'), offerId: platform.newId('off') }
  const opened = await decideAndCommit(platform, async () => {
    const { situation, diary } = await readForDecision(platform, aboutPairing(pairingId))
    if (!situation || !diary) return refuse({ reason: 'not-found' })
    return (
      whyNotChange(situation, CLOCK) ??
      withValue(decideOpenRound(situation, diary, ids), () => situation.pairing)
    )
  })
  return opened.ok
}
