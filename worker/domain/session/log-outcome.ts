import { type By, CLOCK, type Decision, type Logged, NO_CHANGE, together } from '../decision.ts'
import type { CommitmentId, OfferId, OutcomeId, SessionId } from '../ids.ts'
import { decideOffer, DEFAULT_OPTION_COUNT } from '../offer/make.ts'
import { placeWhenReleased } from '../pairing/meeting-link.ts'
import { formatOf, isClosingTalk } from '../path/next-format.ts'
import { pathAfter, type PathReading } from '../path/path.ts'
import { stepOver } from '../path/step-over.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { SessionSituation } from '../situation.ts'
import type { Diary } from '../slot/diary.ts'
import { step } from '../step.ts'
import { after, type Day, HOUR, type Instant, type Interval } from '../time/time.ts'
import { decideCancellation } from './cancel.ts'
import { dueByNextTime } from './commitment.ts'
import { inWriting } from './in-writing.ts'
import { decideRoundWithOffer } from './open-round.ts'
import type { Benefit, Commitment, Done, Evidence, Outcome, OutcomeResult } from './outcome.ts'
import { proposalsAfter } from './proposals.ts'
import { isOnAutopilot } from './round.ts'
import { type Session, type SessionStatus, wasHeld } from './session.ts'
import type { Why } from './why.ts'

/** How long another outcome can replace the first. */
export const OUTCOME_REPLACEABLE_MS = HOUR

export type OutcomeWish = {
  readonly outcomeId: OutcomeId
  readonly commitmentId: CommitmentId
  readonly result: OutcomeResult
  readonly commitment: string | null
  /** Null: the day before they meet next. */
  readonly dueOn: Day | null
  readonly lastDone: Done | null
  readonly benefit: Benefit | null
  readonly evidence: Evidence | null
  readonly needsManager: boolean
  readonly whyNotHeld: Why | null
}

/** What a log reads besides the session: its outcome so far, the previous commitment, and the next round. */
export type LogReading = {
  readonly logged: Outcome | null
  /** The commitment of this session, if logged. */
  readonly agreed: Commitment | null
  readonly lastCommitment: Commitment | null
  /** The pairing's next round, if the first log already opened it. */
  readonly next: Session | null
}

export const STATUS: Record<Exclude<OutcomeResult, 'moved'>, SessionStatus> = {
  happened: 'happened',
  'cut-short': 'cut-short',
  'did-not-happen': 'did-not-happen',
}

/** What can have a reason: a session that happened has none, and one that was moved will. */
const FELL_SHORT: ReadonlySet<OutcomeResult> = new Set(['cut-short', 'did-not-happen'])

/** Logs the outcome once; within the hour another one replaces it. `moved` finds a new time. */
export function decideLogOutcome(
  situation: SessionSituation,
  reading: LogReading,
  wished: OutcomeWish,
  by: By & { readonly id: Outcome['loggedBy'] },
): Result<Decision, Refusal> {
  const { session, now } = situation
  const { logged, next } = reading
  const isMoved = logged?.result === 'moved'
  const time = isMoved ? logged.time : session.time
  const isHeld = wasHeld(wished.result)
  const dueOn = wished.dueOn ?? dueByNextTime(situation, time, next)
  const wish = {
    ...wished,
    dueOn,
    commitment: isHeld ? wished.commitment : null,
    evidence: seenIn(situation, reading, wished),
    whyNotHeld: FELL_SHORT.has(wished.result) ? wished.whyNotHeld : null,
  }
  if (saysTooMuch(situation, wished)) return refuse({ reason: 'stages-off' })
  if (logged && logged.loggedAt + OUTCOME_REPLACEABLE_MS <= now)
    return refuse({ reason: 'already-logged', at: logged.loggedAt })
  if (isMoved && session.status === 'fixed' && session.time)
    return refuse({ reason: 'next-round-fixed', start: session.time.start })
  if (!time || (session.status !== 'fixed' && !logged)) return refuse({ reason: 'not-fixed' })
  if (time.end > now) return refuse({ reason: 'not-over-yet', end: time.end })
  const { status } = situation.pairing
  if (wish.result === 'moved' && status === 'ended') return refuse({ reason: 'pairing-closed', status })
  if (wish.result === 'moved' && next?.status === 'fixed' && next.time)
    return refuse({ reason: 'next-round-fixed', start: next.time.start })
  if (logged && isLogged(reading, wish)) return accept(NO_CHANGE)

  const over = {
    ...session,
    offer: withoutOpenOffer(session.offer),
    proposals: proposalsAfter(session, null, by),
    passed: false,
  }
  const closed: Session =
    wish.result === 'moved'
      ? {
          ...over,
          status: 'offered',
          time: null,
          place: placeWhenReleased(session.place, { isSameMentor: true }),
        }
      : {
          ...over,
          status: STATUS[wish.result],
          time,
          formatId: formatOf(situation)?.id ?? null,
        }
  const detail = { result: wish.result, needsManager: wish.needsManager }
  const outcome = loggedFrom(session, time, wish, reading, by.id, now)
  const decision: Decision = {
    ...NO_CHANGE,
    ...inWriting(situation, outcome.commitment, after(now, OUTCOME_REPLACEABLE_MS)),
    sessions: [step(session, closed, { code: logged ? 'log-replaced' : 'logged', at: now, by, detail })],
    outcome,
  }
  const isClosed = isHeld && isClosingTalk({ session: closed, formats: situation.formats })
  if ((wish.result !== 'moved' && !isClosed) || next?.status !== 'offered') return accept(decision)

  const withdrawal = withdrawalOfNext(situation, next, by)
  return withdrawal.ok ? accept(together(withdrawal.value, decision)) : withdrawal
}

/** The round that had followed is not needed: the session is moved, or nothing follows it. */
export function withdrawalOfNext(
  situation: SessionSituation,
  next: Session,
  by: By,
): Result<Decision, Refusal> {
  return decideCancellation({ ...situation, session: next }, { reopen: false, follows: true }, by)
}

/** How far the executive has come after this log. */
export function pathAfterLog(
  { session, ...situation }: SessionSituation,
  { lastCommitment }: LogReading,
  { result, evidence, lastDone }: OutcomeWish,
): PathReading {
  const isHeld = wasHeld(result)
  const before = lastCommitment && { sessionId: lastCommitment.sessionId, done: lastDone }
  if (!isHeld) return situation.path
  return pathAfter(situation.path, { ...stepOver(situation, session), evidence, before })
}

/**
 * The round after a log opens in the same batch, so that no pairing is without a next round. None opens after the
 * closing talk: that is the manager's. Nor while the pairing rests, or once it has ended: resumed, the clock opens it.
 */
export function decideRoundAfterLog(
  situation: SessionSituation,
  diary: Diary,
  ids: { readonly sessionId: SessionId; readonly offerId: OfferId },
): Decision {
  const { session, path, pairing } = situation
  if (path.hasClosed || pairing.status === 'paused' || pairing.status === 'ended') return NO_CHANGE
  const isHeld = wasHeld(session.status)
  const next = {
    ...situation,
    firstContact: false,
    triedBefore: [],
    lastHeld: isHeld && session.time ? session.time.end : situation.lastHeld,
  }
  return decideRoundWithOffer(next, diary, ids, CLOCK)
}

/** After `moved`, offers new times at once if the autopilot is on. */
export function decideOfferAfterMove(situation: SessionSituation, diary: Diary, offerId: OfferId): Decision {
  const { session } = situation
  if (!isOnAutopilot(situation)) return NO_CHANGE
  const offer = decideOffer(
    situation,
    diary,
    { offerId, sessionId: session.id, minutes: null, count: DEFAULT_OPTION_COUNT },
    CLOCK,
  )
  return offer.ok ? offer.value : NO_CHANGE
}

/** Whether a log says what was seen where the programme keeps no stages. */
export function saysTooMuch(
  { programme }: Pick<SessionSituation, 'programme'>,
  { evidence }: Pick<OutcomeWish, 'evidence'>,
): boolean {
  return !programme.policy.stages && evidence !== null
}

/** What was seen; without stages what an earlier log said stays, unseen, until the programme is purged. */
export function seenIn(
  { programme }: Pick<SessionSituation, 'programme'>,
  { logged }: Pick<LogReading, 'logged'>,
  { evidence, result }: Pick<OutcomeWish, 'evidence' | 'result'>,
): Evidence | null {
  if (programme.policy.stages) return evidence
  return wasHeld(result) ? (logged?.evidence ?? null) : null
}

/** Whether exactly this is logged already, so that a second press on Save changes nothing. */
export function isLogged({ logged, agreed }: LogReading, wish: OutcomeWish): boolean {
  const isSame = (['result', 'lastDone', 'benefit', 'evidence', 'needsManager', 'whyNotHeld'] as const).every(
    (each) => logged?.[each] === wish[each],
  )
  const isAgreed = agreed?.words === wish.commitment && agreed.dueOn === wish.dueOn
  return isSame && (wish.commitment === null ? agreed === null : isAgreed)
}

function withoutOpenOffer(offer: Session['offer']): Session['offer'] {
  return offer?.status === 'open' ? { ...offer, status: 'superseded' } : offer
}

function loggedFrom(
  session: Session,
  time: Interval,
  wish: OutcomeWish,
  { lastCommitment, agreed }: LogReading,
  loggedBy: Outcome['loggedBy'],
  loggedAt: Instant,
): Logged {
  const { outcomeId, commitmentId, commitment, dueOn, result, lastDone, benefit, evidence } = wish
  const { needsManager, whyNotHeld } = wish
  return {
    outcome: {
      id: outcomeId,
      sessionId: session.id,
      result,
      time,
      lastDone,
      benefit,
      evidence,
      needsManager,
      whyNotHeld,
      loggedBy,
      loggedAt,
    },
    commitment: commitment
      ? {
          id: commitmentId,
          sessionId: session.id,
          words: commitment,
          dueOn,
          done: null,
          // A log that only replaces the rest takes nothing back that the executive has said of it.
          saidDone: agreed?.words === commitment ? agreed.saidDone : null,
          madeAt: loggedAt,
          nudgedAt: null,
        }
      : null,
    lastCommitment: lastCommitment && lastDone ? { ...lastCommitment, done: lastDone } : null,
    doneBefore: lastCommitment?.done ?? null,
  }
}
