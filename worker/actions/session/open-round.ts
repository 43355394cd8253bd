import type { PairingId } from '../../domain/ids.ts'
import { whyClosed } from '../../domain/programme/close.ts'
import { refuse } from '../../domain/result.ts'
import { decideOpenRound } from '../../domain/session/open-round.ts'
import type { Platform } from '../../platform.ts'
import { commitWithRetry } from '../../storage/commit.ts'
import { findSituation } from '../../storage/situation.ts'
import { findDiary } from '../../storage/slot/diary.ts'

/** A pairing whose next round is due gets it. True where it was opened. */
export async function openRound(platform: Platform, pairingId: PairingId): Promise<boolean> {
  const ids = { sessionId: platform.newId('ses'), offerId: platform.newId('off') }
  const opened = await commitWithRetry(platform, async () => {
    const situation = await findSituation(platform, pairingId)
    if (!situation) return refuse({ reason: 'not-found' })
    const closed = whyClosed(situation.programme)
    if (closed) return refuse(closed)
    return decideOpenRound(situation, await findDiary(platform, situation), ids)
  })
  return opened.ok
}
