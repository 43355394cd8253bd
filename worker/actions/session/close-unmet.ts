import { NO_CHANGE, sessionAfter, together } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import { accept } from '../../domain/result.ts'
import { decideCloseUnmet } from '../../domain/session/close-unmet.ts'
import { decideRoundAfterLog } from '../../domain/session/log-outcome.ts'
import type { Platform } from '../../platform.ts'
import { findDiary } from '../../storage/slot/diary.ts'
import { changeSessionWith } from './change.ts'

/** A quarter of an hour past the start nobody came: closed without blame, and the next round opens. True where it was. */
export async function closeUnmet(platform: Platform, sessionId: SessionId): Promise<boolean> {
  const { newId } = platform
  const ids = { outcomeId: newId('out'), sessionId: newId('ses'), offerId: newId('off') }
  let isClosed = false
  const changed = await changeSessionWith(platform, sessionId, async (situation) => {
    const decision = decideCloseUnmet(situation, ids.outcomeId)
    isClosed = decision !== null
    if (!decision) return accept(NO_CHANGE)
    const after = { ...situation, session: sessionAfter(decision) ?? situation.session }
    return accept(together(decision, decideRoundAfterLog(after, await findDiary(platform, situation), ids)))
  })
  return changed.ok && isClosed
}
