import { withTimers } from '../../domain/clock/arm.ts'
import { inQuiet } from '../../domain/clock/quiet.ts'
import { timersOfPairing } from '../../domain/clock/timers-of.ts'
import { NO_CHANGE } from '../../domain/decision.ts'
import type { PairingId } from '../../domain/ids.ts'
import { accept } from '../../domain/result.ts'
import { decideOpenRound } from '../../domain/session/open-round.ts'
import { isDue } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { readForDecision } from '../../storage/read-for-decision.ts'
import { aboutPairing } from '../../storage/situation.ts'
import { findDiary } from '../../storage/slot/diary.ts'
import { type ClockAnswer, DONE, no, NOT_OWED } from '../clock/answer.ts'
import { decideAndCommit } from '../write.ts'

/** Opens the next round of a pairing, if it is due still; after a stand-in's session it is the own mentor's. */
export async function openRound(platform: Platform, pairingId: PairingId): Promise<ClockAnswer> {
  const ids = { sessionId: platform.newId('ses'), offerId: platform.newId('off') }
  const result = await decideAndCommit<ClockAnswer>(platform, async () => {
    const { situation, diary } = await readForDecision(platform, aboutPairing(pairingId))
    const [timer] = situation ? timersOfPairing(situation).timers : []
    if (!situation || !diary || !isDue(timer?.dueAt ?? null, situation.now))
      return accept({ decision: NO_CHANGE, value: NOT_OWED })

    const { mentor, ownMentor } = situation
    const own = { ...situation, mentor: ownMentor }
    const ownDiary = mentor.id === ownMentor.id ? diary : await findDiary(platform, own)
    const opened = decideOpenRound(own, ownDiary, ids)
    if (!opened.ok) return accept({ decision: NO_CHANGE, value: no(opened.refusal.reason) })
    const decision = inQuiet(withTimers(situation, opened.value), situation.now, null)
    return accept({ decision, value: DONE })
  })
  return result.ok ? result.value : no(result.refusal.reason)
}
