import { type By, CLOCK, type Decision, NO_CHANGE, together } from '../decision.ts'
import type { OfferId, SessionId } from '../ids.ts'
import { decideOffer, DEFAULT_OPTION_COUNT } from '../offer/make.ts'
import { minutesOf } from '../path/length.ts'
import { pathAfter } from '../path/path.ts'
import { stepOver } from '../path/step-over.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { Situation } from '../situation.ts'
import type { Diary } from '../slot/diary.ts'
import { step } from '../step.ts'
import { after } from '../time/time.ts'
import { isOnAutopilot, MIN_GAP_AFTER_SESSION_MS, newRound } from './round.ts'

/**
 * The clock opens the next round for a pairing without one, or whose last session is over without a log. That session
 * counts as held, because nobody said otherwise.
 */
export function decideOpenRound(
  situation: Situation,
  diary: Diary,
  ids: { readonly sessionId: SessionId; readonly offerId: OfferId },
): Result<Decision, Refusal> {
  const { session, now } = situation
  if (!session) return accept(decideRoundWithOffer(situation, diary, ids, CLOCK))
  if (session.status !== 'fixed' || !session.time || after(session.time.end, MIN_GAP_AFTER_SESSION_MS) > now)
    return refuse({ reason: 'next-round-open' })

  const passed: Decision = {
    ...NO_CHANGE,
    sessions: [
      step(session, { ...session, passed: true }, { code: 'passed', at: now, by: CLOCK, detail: {} }),
    ],
  }
  const path = pathAfter(situation.path, { ...stepOver(situation, session), evidence: null, before: null })
  if (path.hasClosed) return accept(passed)
  const next = {
    ...situation,
    session: null,
    triedBefore: [],
    lastHeld: session.time.end,
    path,
  }
  return accept(together(passed, decideRoundWithOffer(next, diary, ids, CLOCK)))
}

/** Opens a round without an offer; nobody is asked yet. */
export function decideBareRound(situation: Situation, sessionId: SessionId, by: By): Decision {
  const round = newRound(situation, sessionId, minutesOf({ ...situation, session: null }))
  return {
    ...NO_CHANGE,
    sessions: [step(null, round, { code: 'round-opened', at: situation.now, by, detail: {} })],
  }
}

/** Opens a round with a first offer, if the autopilot is on and times are found; else the round alone. */
export function decideRoundWithOffer(
  situation: Situation,
  diary: Diary,
  ids: { readonly sessionId: SessionId; readonly offerId: OfferId },
  by: By,
): Decision {
  const round = decideBareRound(situation, ids.sessionId, by)
  const session = round.sessions[0]?.after ?? null
  if (!isOnAutopilot(situation)) return round

  const offer = decideOffer(
    { ...situation, session },
    diary,
    { ...ids, minutes: null, count: DEFAULT_OPTION_COUNT },
    by,
  )
  return offer.ok ? together(round, offer.value) : round
}
