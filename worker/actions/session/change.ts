import type { Decision } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import { whyClosed } from '../../domain/programme/close.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Session } from '../../domain/session/session.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import type { Diary } from '../../domain/slot/diary.ts'
import type { Interval } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { commitWithRetry } from '../../storage/commit.ts'
import { findSession } from '../../storage/session/session.ts'
import { findSessionSituation } from '../../storage/situation.ts'
import { findDiary } from '../../storage/slot/diary.ts'

type Rule = (situation: SessionSituation, diary: Diary) => Result<Decision, Refusal>

/** Reads a session with both diaries, asks the rule, commits. `around` is a time outside the usual horizon. */
export async function changeSession(
  platform: Platform,
  sessionId: SessionId,
  rule: Rule,
  around: Interval | null = null,
): Promise<Result<Session, Refusal>> {
  return changeSessionWith(platform, sessionId, async (situation) =>
    rule(situation, await findDiary(platform, situation, around)),
  )
}

/** The same for a rule that needs no diary, or reads more. */
export async function changeSessionWith(
  platform: Platform,
  sessionId: SessionId,
  decide: (situation: SessionSituation) => Result<Decision, Refusal> | Promise<Result<Decision, Refusal>>,
): Promise<Result<Session, Refusal>> {
  const settled = await commitWithRetry(platform, async () => {
    const situation = await findSessionSituation(platform, sessionId)
    if (!situation) return refuse({ reason: 'not-found' })
    const closed = whyClosed(situation.programme)
    return closed ? refuse(closed) : decide(situation)
  })
  if (!settled.ok) return settled

  const session = await findSession(platform.db, sessionId)
  return session ? accept(session) : refuse({ reason: 'not-found' })
}
