import { sessionAfter, together } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import { decideCloseUnmet } from '../../domain/session/close-unmet.ts'
import { decideRoundAfterLog } from '../../domain/session/log-outcome.ts'
import type { Platform } from '../../platform.ts'
import { findDiary } from '../../storage/slot/diary.ts'
import type { ClockAnswer } from '../clock/answer.ts'
import { changeByClock } from './change.ts'

/** Nobody came for a quarter of an hour: closes the session and opens the next round. */
export async function closeUnmet(platform: Platform, sessionId: SessionId): Promise<ClockAnswer> {
  const { newId } = platform
  const ids = { outcomeId: newId('out'), sessionId: newId('ses'), offerId: newId('off') }
  return changeByClock(platform, sessionId, 'close-unmet', async (situation) => {
    const closed = decideCloseUnmet(situation, ids.outcomeId)
    if (!closed) return null
    const after = { ...situation, session: sessionAfter(closed) ?? situation.session }
    return together(closed, decideRoundAfterLog(after, await findDiary(platform, situation), ids))
  })
}
