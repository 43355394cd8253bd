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
import {
  type About,
  aboutSession,
  findSessionSituation,
  readForDecision,
  withSession,
} from '../../storage/situation.ts'
import { decideAndCommit, type Decided, reaches } from '../write.ts'

type DecisionResult = Result<Decision, Refusal>

/** Reads a session with both diaries, asks the rule, commits. `around` is a time outside the usual horizon. */
export async function changeSession(
  platform: Platform,
  about: SessionId | About,
  by: By,
  rule: (situation: SessionSituation, diary: Diary) => DecisionResult | Promise<DecisionResult>,
  around: Interval | null = null,
): Promise<Result<Session, Refusal>> {
  const which = typeof about === 'string' ? aboutSession(about) : about
  return decideAndCommit(platform, async () => {
    const { situation, diary } = await readForDecision(platform, which, { around })
    const known = diary && withSession(situation)
    if (!known) return refuse({ reason: 'not-found' })
    return whyNotChange(known, by) ?? fromSession(await rule(known, diary), known.session)
  })
}

/** The same for a rule that needs no diary, or reads more. */
export async function changeSessionWith(
  platform: Platform,
  sessionId: SessionId,
  by: By,
  decide: (situation: SessionSituation) => DecisionResult | Promise<DecisionResult>,
): Promise<Result<Session, Refusal>> {
  return decideAndCommit(platform, async () => {
    const situation = await findSessionSituation(platform, sessionId)
    if (!situation) return refuse({ reason: 'not-found' })
    return whyNotChange(situation, by) ?? fromSession(await decide(situation), situation.session)
  })
}

/** Not there, or not hers: the same. Nothing of a closed programme changes. */
export function whyNotChange({ programme }: Pick<SessionSituation, 'programme'>, by: By) {
  if (!reaches(by, programme.id)) return refuse({ reason: 'not-found' })
  const closed = whyClosed(programme)
  return closed && refuse(closed)
}

/** What a decision about a round leaves: the session it made or changed, else the one there was. */
export function fromSession(
  decision: DecisionResult,
  before: Session | null,
): Result<Decided<Session>, Refusal> {
  if (!decision.ok) return decision
  const session = sessionAfter(decision.value, before?.id) ?? before
  return session ? accept({ decision: decision.value, value: session }) : refuse({ reason: 'not-found' })
}

/** What the clock does to a session. True where the rule had something to do, and it was done. */
export async function changeByClock(
  platform: Platform,
  sessionId: SessionId,
  rule: (situation: SessionSituation) => Decision | null | Promise<Decision | null>,
): Promise<boolean> {
  const done = await decideAndCommit(platform, async () => {
    const situation = await findSessionSituation(platform, sessionId)
    if (!situation) return refuse({ reason: 'not-found' })
    const refused = whyNotChange(situation, CLOCK)
    if (refused) return refused
    const decision = await rule(situation)
    return accept({ decision: decision ?? NO_CHANGE, value: decision !== null })
  })
  return done.ok && done.value
}
