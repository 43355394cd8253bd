import type { By } from '../../domain/decision.ts'
import type { ProposalId, SessionId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import {
  type Counter,
  decideCounter,
  decideCounterAcceptance,
  decideCounterRefusal,
} from '../../domain/session/counter.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Platform } from '../../platform.ts'
import { decideAndCommit, type DecisionWithValue } from '../write.ts'
import { changeSession, changeSessionWith, judgeSession } from './change.ts'

/** Records the time that somebody proposed instead. */
export async function recordCounter(
  platform: Platform,
  sessionId: SessionId,
  counter: Counter,
): Promise<Result<Session, Refusal>> {
  return decideAndCommit(platform, () => judgeCounter(platform, sessionId, counter))
}

/** The same without the commit: from a calendar it is committed with the mail it came in. */
export async function judgeCounter(
  platform: Platform,
  sessionId: SessionId,
  counter: Counter,
): Promise<Result<DecisionWithValue<Session>, Refusal>> {
  const { start, end } = counter.time
  return judgeSession(
    platform,
    sessionId,
    counter.by,
    (situation, diary) => decideCounter(situation, diary, counter),
    { start, end: end ?? start },
  )
}

export async function acceptCounter(
  platform: Platform,
  sessionId: SessionId,
  wish: { readonly proposalId: ProposalId; readonly reason: string | null },
  by: By,
): Promise<Result<Session, Refusal>> {
  return changeSession(platform, sessionId, by, (situation, diary) =>
    decideCounterAcceptance(situation, diary, wish, by),
  )
}

export async function refuseCounter(
  platform: Platform,
  sessionId: SessionId,
  wish: { readonly proposalId: ProposalId },
  by: By,
): Promise<Result<Session, Refusal>> {
  return changeSessionWith(platform, sessionId, by, (situation) => decideCounterRefusal(situation, wish, by))
}
