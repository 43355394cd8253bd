import { withTimers } from '../../domain/clock/arm.ts'
import { followsAnswer, inQuiet } from '../../domain/clock/quiet.ts'
import type { TimerKind } from '../../domain/clock/timer.ts'
import { timersOfSession } from '../../domain/clock/timers-of.ts'
import { type By, type Decision, NO_CHANGE, sessionAfter } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import { whyClosed } from '../../domain/programme/close.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Session } from '../../domain/session/session.ts'
import type { SessionSituation, Situation } from '../../domain/situation.ts'
import type { Diary } from '../../domain/slot/diary.ts'
import { type Interval, isDue } from '../../domain/time/time.ts'
import { withUndo } from '../../domain/undo/undo.ts'
import type { Platform } from '../../platform.ts'
import { readForDecision } from '../../storage/read-for-decision.ts'
import { type About, aboutSession, findSessionSituation, withSession } from '../../storage/situation.ts'
import { type ClockAnswer, DONE, no, NOT_OWED } from '../clock/answer.ts'
import { decideAndCommit, type DecisionWithValue, PATIENT, reaches } from '../write.ts'

type DecisionResult = Result<Decision, Refusal>

type DiaryRule = (situation: SessionSituation, diary: Diary) => DecisionResult | Promise<DecisionResult>
type SessionRule = (situation: SessionSituation) => DecisionResult | Promise<DecisionResult>

/** Reads a session with both diaries, asks the rule, commits. `around` is a time outside the horizon. */
export async function changeSession(
  platform: Platform,
  about: SessionId | About,
  by: By,
  rule: DiaryRule,
  around: Interval | null = null,
): Promise<Result<Session, Refusal>> {
  return decideAndCommit(platform, () => judgeSession(platform, about, by, rule, around))
}

/** The same without the commit, for what is written together with something else. */
export async function judgeSession(
  platform: Platform,
  about: SessionId | About,
  by: By,
  rule: DiaryRule,
  around: Interval | null = null,
): Promise<Result<DecisionWithValue<Session>, Refusal>> {
  const readAbout = typeof about === 'string' ? aboutSession(about) : about
  const { situation, diary } = await readForDecision(platform, readAbout, { around })
  const sessionSituation = diary && withSession(situation)
  if (!sessionSituation) return refuse({ reason: 'not-found' })
  return (
    whyNotChange(sessionSituation, by) ??
    fromSession(await rule(sessionSituation, diary), sessionSituation, by)
  )
}

/** `changeSession` for a rule that needs no diary, or reads other rows. */
export async function changeSessionWith(
  platform: Platform,
  sessionId: SessionId,
  by: By,
  rule: SessionRule,
): Promise<Result<Session, Refusal>> {
  return decideAndCommit(platform, () => judgeSessionWith(platform, sessionId, by, rule))
}

/** The same without the commit. */
export async function judgeSessionWith(
  platform: Platform,
  sessionId: SessionId,
  by: By,
  rule: SessionRule,
): Promise<Result<DecisionWithValue<Session>, Refusal>> {
  const situation = await findSessionSituation(platform, sessionId)
  if (!situation) return refuse({ reason: 'not-found' })
  return whyNotChange(situation, by) ?? fromSession(await rule(situation), situation, by)
}

/** A session of another manager's programme is `not-found`. A closed programme cannot change. */
export function whyNotChange({ programme }: Pick<SessionSituation, 'programme'>, by: By) {
  if (!reaches(by, programme.id)) return refuse({ reason: 'not-found' })
  const closed = whyClosed(programme)
  return closed && refuse(closed)
}

/**
 * Adds what the clock owes after the decision, and the session that it made or changed; if it changed none, the session
 * before it.
 */
export function fromSession(
  decision: DecisionResult,
  situation: Situation,
  by: By,
): Result<DecisionWithValue<Session>, Refusal> {
  if (!decision.ok) return decision
  const { session: before } = situation
  const session = sessionAfter(decision.value, before?.id) ?? before
  return session
    ? accept({ decision: withUndo(situation, withTimers(situation, decision.value), by), value: session })
    : refuse({ reason: 'not-found' })
}

/**
 * A change of a session by the clock, if it owes that still. `rule` returns null if it is too late for it, or the refusal
 * that keeps it from it now.
 */
export async function changeByClock(
  platform: Platform,
  sessionId: SessionId,
  kind: TimerKind,
  rule: (situation: SessionSituation) => ClockRuling | Promise<ClockRuling>,
): Promise<ClockAnswer> {
  const result = await decideAndCommit<ClockAnswer>(
    platform,
    async () => {
      const situation = await findSessionSituation(platform, sessionId)
      const timer = situation && timersOfSession(situation).timers.find((each) => each.kind === kind)
      if (!situation || !isDue(timer?.dueAt ?? null, situation.now))
        return accept({ decision: NO_CHANGE, value: NOT_OWED })

      const ruling = await rule(situation)
      if (ruling === null) return accept({ decision: NO_CHANGE, value: no('too-late') })
      if ('ok' in ruling && !ruling.ok)
        return accept({ decision: NO_CHANGE, value: no(ruling.refusal.reason) })
      const decision = withTimers(situation, 'ok' in ruling ? ruling.value : ruling)
      const { now, session } = situation
      return accept({
        decision: followsAnswer(kind, session, now)
          ? decision
          : inQuiet(decision, now, session.time?.start ?? null),
        value: DONE,
      })
    },
    PATIENT,
  )
  return result.ok ? result.value : no(result.refusal.reason)
}

type ClockRuling = Decision | DecisionResult | null
