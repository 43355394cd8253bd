import { CLOCK, type Decision, NOTHING, step, together } from '../decision.ts'
import type { Diary } from '../slot/diary.ts'
import type { OfferId, SessionId } from '../ids.ts'
import { decideRoundOnAutopilot } from '../offer/make.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { PAUSE } from './round.ts'
import type { Situation } from '../situation.ts'
import { after } from '../time/time.ts'

/**
 * The clock opens the next round of a pairing that has none, or whose last session is over and was not logged: as
 * nobody said otherwise, that one took place.
 */
export function decideNextDue(
  situation: Situation,
  diary: Diary,
  ids: { readonly sessionId: SessionId; readonly offerId: OfferId },
): Result<Decision, Refusal> {
  const { session, now } = situation
  if (!session) return accept(decideRoundOnAutopilot(situation, diary, ids, CLOCK))
  if (session.status !== 'fixed' || !session.time || after(session.time.end, PAUSE) > now)
    return refuse({ reason: 'next-round-open' })

  const passed: Decision = {
    ...NOTHING,
    changes: [step(session, { ...session, passed: true }, { code: 'passed', at: now, by: CLOCK })],
  }
  const next = {
    ...situation,
    session: null,
    lastHeld: session.time.end,
    lastFormatId: session.formatId,
  }
  return accept(together(passed, decideRoundOnAutopilot(next, diary, ids, CLOCK)))
}
