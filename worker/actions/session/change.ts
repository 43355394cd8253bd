import { type By, CLOCK, type Decision, NO_CHANGE, sessionAfter } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import { whyClosed } from '../../domain/programme/close.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Session } from '../../domain/session/session.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import type { Diary } from '../../domain/slot/diary.ts'
import type { Interval } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { readForDecision } from '../../storage/read-for-decision.ts'
import { type About, aboutSession, findSessionSituation, withSession } from '../../storage/situation.ts'
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
    fromSession(await rule(sessionSituation, diary), sessionSituation.session)
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
  return whyNotChange(situation, by) ?? fromSession(await rule(situation), situation.session)
}

/** A session of another manager's programme is `not-found`. A closed programme cannot change. */
export function whyNotChange({ programme }: Pick<SessionSituation, 'programme'>, by: By) {
  if (!reaches(by, programme.id)) return refuse({ reason: 'not-found' })
  const closed = whyClosed(programme)
  return closed && refuse(closed)
}

/** Adds the session that a decision made or changed; if it changed none, the session before it. */
export function fromSession(
  decision: DecisionResult,
  before: Session | null,
): Result<DecisionWithValue<Session>, Refusal> {
  if (!decision.ok) return decision
  const session = sessionAfter(decision.value, before?.id) ?? before
  return session ? accept({ decision: decision.value, value: session }) : refuse({ reason: 'not-found' })
}

/** A change of a session by the clock. True if the rule found something to do and it was committed. */
export async function changeByClock(
  platform: Platform,
  sessionId: SessionId,
  rule: (situation: SessionSituation) => Decision | null | Promise<Decision | null>,
): Promise<boolean> {
  const result = await decideAndCommit(
    platform,
    async () => {
      const situation = await findSessionSituation(platform, sessionId)
      if (!situation) return refuse({ reason: 'not-found' })
      const refused = whyNotChange(situation, CLOCK)
      if (refused) return refused
      const decision = await rule(situation)
      return accept({ decision: decision ?? NO_CHANGE, value: decision !== null })
    },
    PATIENT,
  )
  return result.ok && result.value
}
