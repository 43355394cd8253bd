import { type Decision, NO_CHANGE } from '../decision.ts'
import type { PersonId, ProposalId } from '../ids.ts'
import type { Answerer } from '../offer/answer.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { type SessionSituation, spokeForExecutive } from '../situation.ts'
import { step } from '../step.ts'
import type { Proposal, ProposalState, Session } from './session.ts'
import { withoutOption } from './settle-counter.ts'

/** Proposed on a page, and without words: whoever is of the proposer's side may take it back there. */
export function mayTakeBack(
  situation: Pick<SessionSituation, 'executive' | 'assistantDuties'>,
  { via, personId, state, words }: Proposal,
  readerId: PersonId,
): boolean {
  const isOfHisSide = spokeForExecutive(situation, readerId)
    ? spokeForExecutive(situation, personId)
    : personId === readerId
  return state === 'waiting' && via === 'link' && words === null && isOfHisSide
}

/** The proposer's side takes its time back before anybody has decided. What stood before it stands again. */
export function decideProposalWithdrawal(
  situation: SessionSituation,
  {
    proposalId,
    decided = null,
  }: { readonly proposalId: ProposalId; readonly decided?: ProposalState | null },
  by: Answerer,
): Result<Decision, Refusal> {
  const { session, now } = situation
  if (decided === 'superseded') return accept(NO_CHANGE)
  const proposal = session.proposals.find(({ id }) => id === proposalId)
  if (!proposal || !mayTakeBack(situation, proposal, by.id)) return refuse({ reason: 'no-such-proposal' })

  const proposals = session.proposals.map((each) =>
    each.id === proposalId ? { ...each, state: 'superseded' as const } : each,
  )
  const after: Session = { ...session, offer: withoutOption(session.offer, proposal), proposals }
  const detail = { proposal: proposalId }
  return accept({
    ...NO_CHANGE,
    sessions: [step(session, after, { code: 'counter-withdrawn', at: now, by, detail })],
  })
}
