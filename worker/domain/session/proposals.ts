import type { By } from '../decision.ts'
import type { PersonId } from '../ids.ts'
import { type SessionSituation, spokeForExecutive } from '../situation.ts'
import type { Instant, Interval } from '../time/time.ts'
import { canBeAccepted, type Proposal, type Session } from './session.ts'

/** Whether the same person already waits for an answer to the same time. */
export function isProposed({ proposals }: Session, time: Interval, byId: PersonId): boolean {
  return proposals.some(
    (each) =>
      each.state === 'waiting' &&
      each.personId === byId &&
      each.start === time.start &&
      each.end === time.end,
  )
}

/** The proposals that could still be accepted at that moment. */
export function possibleProposals(proposals: readonly Proposal[], now: Instant): readonly Proposal[] {
  return proposals.filter((each) => each.state === 'waiting' && canBeAccepted(each) && each.start > now)
}

/**
 * The proposals with a new one. It takes the place of earlier ones of its side, but a time that cannot be never takes the
 * place of one that can. Words that nobody has decided on go on with it.
 */
export function proposalsWith(situation: SessionSituation, proposal: Proposal): readonly Proposal[] {
  const { session } = situation
  const isExecutives = ({ personId }: Proposal) => spokeForExecutive(situation, personId)
  const isReplaced = (each: Proposal) =>
    isExecutives(each) === isExecutives(proposal) && (canBeAccepted(proposal) || !canBeAccepted(each))
  const replaced = session.proposals.filter(isReplaced)
  return [
    ...session.proposals.map((each) => (isReplaced(each) ? { ...each, state: 'superseded' as const } : each)),
    { ...proposal, words: joined([...replaced, proposal].map(({ words }) => words)) },
  ]
}

/** The longest text that is kept with a proposal. */
const MAX_WORDS_CHARACTERS = 4000

function joined(words: readonly (string | null)[]): string | null {
  const said = [...new Set(words.filter((each) => each !== null))]
  return said.join('\n\n').slice(-MAX_WORDS_CHARACTERS).toWellFormed() || null
}

/** The doors of a manager, who has read what people wrote. */
const READS_WORDS: ReadonlySet<string> = new Set(['manager', 'prose'])

/**
 * What becomes of the proposals once a time is fixed, or the session is cancelled, moved or logged: then there is none. Words
 * that the manager has not read stay before her.
 */
export function proposalsAfter(
  { proposals }: Pick<Session, 'proposals'>,
  fixed: Interval | null,
  { door }: By,
): readonly Proposal[] {
  return proposals.map((proposal) => {
    if (proposal.state !== 'waiting') return proposal
    if (proposal.start === fixed?.start) return { ...proposal, state: 'accepted' }
    return proposal.words !== null && !READS_WORDS.has(door) ? proposal : { ...proposal, state: 'superseded' }
  })
}
