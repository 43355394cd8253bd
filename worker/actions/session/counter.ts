import type { By } from '../../domain/decision.ts'
import type { ProposalId, SessionId } from '../../domain/ids.ts'
import type { Answerer } from '../../domain/offer/answer.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import { type Counter, decideCounter } from '../../domain/session/counter.ts'
import type { Session } from '../../domain/session/session.ts'
import { decideCounterAcceptance, decideCounterRefusal } from '../../domain/session/settle-counter.ts'
import { decideProposalWithdrawal } from '../../domain/session/withdraw-proposal.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import type { Platform } from '../../platform.ts'
import { findProposalState } from '../../storage/session/proposal.ts'
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

/** A second press of the same button answers like the first one; the opposite is refused. */
export async function acceptCounter(
  platform: Platform,
  sessionId: SessionId,
  wish: { readonly proposalId: ProposalId; readonly reason: string | null },
  by: By,
): Promise<Result<Session, Refusal>> {
  return changeSession(platform, sessionId, by, async (situation, diary) => {
    const decided = await findDecided(platform, situation, wish.proposalId)
    return decideCounterAcceptance(situation, diary, { ...wish, decided }, by)
  })
}

export async function refuseCounter(
  platform: Platform,
  sessionId: SessionId,
  wish: { readonly proposalId: ProposalId },
  by: By,
): Promise<Result<Session, Refusal>> {
  return changeSessionWith(platform, sessionId, by, async (situation) => {
    const decided = await findDecided(platform, situation, wish.proposalId)
    return decideCounterRefusal(situation, { ...wish, decided }, by)
  })
}

/** The proposer takes it back, on the page where it was made. */
export async function withdrawProposal(
  platform: Platform,
  sessionId: SessionId,
  wish: { readonly proposalId: ProposalId },
  by: Answerer,
): Promise<Result<Session, Refusal>> {
  return changeSessionWith(platform, sessionId, by, async (situation) => {
    const decided = await findDecided(platform, situation, wish.proposalId)
    return decideProposalWithdrawal(situation, { ...wish, decided }, by)
  })
}

/** What was decided on a proposal that no longer waits; null while it waits, and for one that is not the session's. */
async function findDecided({ db }: Platform, { session }: SessionSituation, id: ProposalId) {
  return session.proposals.some((each) => each.id === id) ? null : findProposalState(db, session.id, id)
}
