import type { PersonId } from '../ids.ts'
import { type SessionSituation, spokeForExecutive } from '../situation.ts'
import type { Instant, Interval } from '../time/time.ts'
import { canBeAccepted, type Proposal, type Session } from './session.ts'

/** What somebody has said and a human has not decided yet: another time, or words in a mail (`time` null). */
export type WaitingAnswer = {
  readonly time: Interval | null
  /** `asked`: the time could still be. `passed`: nobody decided before its hour. `impossible`: it could never be. */
  readonly state: 'asked' | 'passed' | 'impossible'
}

/** The latest time that the reader's side has proposed, and that waits for a human; null: none does. */
export function waitingProposalOf(
  situation: Pick<SessionSituation, 'executive' | 'assistantDuties' | 'now'> & {
    readonly session: Session | null
  },
  readerId: PersonId,
): WaitingAnswer | null {
  const { session, now } = situation
  const isOfHisSide = (id: PersonId) =>
    spokeForExecutive(situation, readerId) ? spokeForExecutive(situation, id) : id === readerId
  const proposal = session?.proposals.findLast(
    ({ state, personId }) => state === 'waiting' && isOfHisSide(personId),
  )
  if (!proposal) return null
  return { time: { start: proposal.start, end: proposal.end }, state: stateOf(proposal, now) }
}

function stateOf(proposal: Proposal, now: Instant): WaitingAnswer['state'] {
  if (!canBeAccepted(proposal)) return 'impossible'
  return proposal.start <= now ? 'passed' : 'asked'
}
