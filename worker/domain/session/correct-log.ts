import { type ByPerson, type Decision, type Logged, NO_CHANGE, together } from '../decision.ts'
import type { OutcomeId, PersonId } from '../ids.ts'
import { isClosingTalk } from '../path/next-format.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { SessionSituation } from '../situation.ts'
import { step } from '../step.ts'
import { after, type Instant } from '../time/time.ts'
import {
  isLogged,
  type LogReading,
  OUTCOME_REPLACEABLE_MS,
  type OutcomeWish,
  saysTooMuch,
  seenIn,
  STATUS,
  withdrawalOfNext,
} from './log-outcome.ts'
import type { Commitment, Outcome, OutcomeResult } from './outcome.ts'
import { type Session, type SessionStatus, wasHeld } from './session.ts'

/** A log that is corrected says what became of the session; another time is not looked for any more. */
export type CorrectedResult = Exclude<OutcomeResult, 'moved'>

export type LogCorrection = Omit<OutcomeWish, 'result'> & {
  readonly result: CorrectedResult
  /** The log that was read: if another stands by now, it was not this one that was meant. Null: whichever stands. */
  readonly corrects: OutcomeId | null
  readonly reason: string
}

/** A log that a manager has corrected: who, when and why, and what stood before. */
export type Correction = {
  readonly at: Instant
  readonly byId: PersonId | null
  /** Null once it is purged. */
  readonly reason: string | null
  readonly before: Pick<
    Outcome,
    | 'id'
    | 'result'
    | 'lastDone'
    | 'benefit'
    | 'evidence'
    | 'needsManager'
    | 'whyNotHeld'
    | 'loggedBy'
    | 'loggedAt'
  >
  readonly agreed: Pick<Commitment, 'words' | 'dueOn'> | null
  /** Who said it, and when: who logged, or the correction before. */
  readonly said: { readonly byId: PersonId | null; readonly at: Instant }
}

const AFTER_A_LOG: ReadonlySet<SessionStatus> = new Set(['happened', 'cut-short', 'did-not-happen'])

/** Until when whoever logs replaces it himself; from then on a manager corrects it. */
export function replaceableUntil({ loggedAt }: Pick<Outcome, 'loggedAt'>) {
  return after(loggedAt, OUTCOME_REPLACEABLE_MS)
}

/**
 * A manager corrects a log whose hour is over, with a reason; the old one stays as history. It counts from when it was
 * logged, so that what came later stays later, and its hour does not begin again. Nobody is written to.
 */
export function decideLogCorrection(
  situation: SessionSituation,
  reading: LogReading,
  { reason, corrects, ...wished }: LogCorrection,
  by: ByPerson,
): Result<Decision, Refusal> {
  const { session, now } = situation
  const { logged, agreed } = reading
  if (!logged || !AFTER_A_LOG.has(session.status)) return refuse({ reason: 'not-logged' })
  if (replaceableUntil(logged) > now)
    return refuse({ reason: 'log-replaceable', until: replaceableUntil(logged) })
  if (corrects !== null && corrects !== logged.id) return refuse({ reason: 'changed-meanwhile' })

  if (saysTooMuch(situation, wished)) return refuse({ reason: 'stages-off' })

  const wish = asHeld({ ...wished, evidence: seenIn(situation, reading, wished) })
  if (isLogged(reading, wish)) return refuse({ reason: 'nothing-corrected' })
  const corrected: Session = { ...session, status: STATUS[wish.result] }
  const { result, needsManager } = wish
  const detail = { result, needsManager, corrects: logged.id, commitment: agreed?.id ?? null }
  const decision: Decision = {
    ...NO_CHANGE,
    sessions: [step(session, corrected, { code: 'log-corrected', at: now, by, detail })],
    outcome: correctedFrom(logged, wish, reading),
    reason,
  }
  const isHeldAfterAll = !wasHeld(logged.result) && wasHeld(wish.result)
  const closes = isHeldAfterAll && isClosingTalk({ session: corrected, formats: situation.formats })
  if (!closes || reading.next?.status !== 'offered') return accept(decision)

  const withdrawal = withdrawalOfNext(situation, reading.next, by)
  return withdrawal.ok ? accept(together(withdrawal.value, decision)) : withdrawal
}

type Wish = OutcomeWish & { readonly result: CorrectedResult }

/** Of a session that was not held nothing was agreed, seen or served; one that happened fell short of nothing. */
function asHeld(wish: Wish): Wish {
  if (!wasHeld(wish.result)) return { ...wish, dueOn: null, commitment: null, benefit: null, evidence: null }
  return {
    ...wish,
    dueOn: wish.commitment === null ? null : wish.dueOn,
    whyNotHeld: wish.result === 'happened' ? null : wish.whyNotHeld,
  }
}

/**
 * It stays the log of whoever logged; the event says who corrected it. What a later log has said of the commitment before
 * stands.
 */
function correctedFrom(logged: Outcome, wish: Wish, { agreed, lastCommitment }: LogReading): Logged {
  const { outcomeId: id, result, lastDone, benefit, evidence, needsManager, whyNotHeld } = wish
  const said = { result, lastDone, benefit, evidence, needsManager, whyNotHeld }
  const commitment = wish.commitment === null ? null : commitmentOf(logged, wish, wish.commitment, agreed)
  const isOwnWord = lastCommitment?.done === logged.lastDone
  return {
    outcome: { ...logged, ...said, id },
    commitment,
    ...(agreed && commitment && commitment.id !== agreed.id ? { corrects: agreed } : {}),
    lastCommitment:
      lastCommitment && isOwnWord && lastDone !== logged.lastDone
        ? { ...lastCommitment, done: lastDone }
        : null,
    doneBefore: lastCommitment?.done ?? null,
  }
}

/**
 * What was seen of it by a later log stays; what the executive said was about the words that he read. Unchanged it stays
 * the same row: a letter that waits until the morning is still true.
 */
function commitmentOf(logged: Outcome, wish: Wish, words: string, agreed: Commitment | null): Commitment {
  const { commitmentId, dueOn } = wish
  if (agreed?.words === words && agreed.dueOn === dueOn) return agreed
  return {
    id: commitmentId,
    sessionId: logged.sessionId,
    words,
    dueOn,
    done: agreed?.done ?? null,
    saidDone: agreed?.words === words ? agreed.saidDone : null,
    madeAt: agreed?.madeAt ?? logged.loggedAt,
    nudgedAt: agreed?.nudgedAt ?? null,
  }
}
