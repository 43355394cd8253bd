import { type By, type Decision, NO_CHANGE, readingsOf } from '../decision.ts'
import type { ProposalId } from '../ids.ts'
import { calendarLetter } from '../letter/write.ts'
import { whyInLine } from '../pairing/reporting-line.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { type SessionSituation, spokeForExecutive } from '../situation.ts'
import { type Diary, isOverridden } from '../slot/diary.ts'
import { whyNot } from '../slot/judge.ts'
import { onHisWord } from '../slot/own-word.ts'
import { step } from '../step.ts'
import { withBump } from './counter.ts'
import { decideFix } from './fix.ts'
import {
  canBeAccepted,
  inviteOf,
  isOpenRound,
  type Proposal,
  type ProposalState,
  type Session,
} from './session.ts'

/** A proposal, and what was decided on it before: the same again is a success, the opposite is refused. */
type Wish = { readonly proposalId: ProposalId; readonly decided?: ProposalState | null }

/** Accepts a proposal: a REQUEST with SEQUENCE+1 to both (RFC 5546 §3.2.7), or the first one if no time was fixed. */
export function decideCounterAcceptance(
  situation: SessionSituation,
  diary: Diary,
  wish: Wish & { readonly reason: string | null },
  by: By,
): Result<Decision, Refusal> {
  const { session, now } = situation
  if (wish.decided === 'accepted') return accept(NO_CHANGE)
  const proposal = waitingIn(session, wish)
  if (!proposal) return refuse({ reason: 'no-such-proposal' })
  if (session.time && session.time.end <= now)
    return refuse({ reason: 'already-over', end: session.time.end })
  if (!isOpenRound(session)) return refuse({ reason: 'not-fixed' })
  if (proposal.refusal && !canBeAccepted(proposal)) return refuse(proposal.refusal)

  const line = whyInLine(situation, by)
  if (line) return refuse(line)
  const judged = spokeForExecutive(situation, proposal.personId) ? onHisWord(diary) : diary
  const refusal = whyNot(proposal, judged, { ignoring: session.id })
  if (refusal && !isOverridden(refusal, wish.reason)) return refuse(refusal)
  const time = { start: proposal.start, end: proposal.end }
  const detail = { ...time, proposal: proposal.id, ...(refusal && { against: refusal.reason }) }
  const code = session.status === 'fixed' ? 'moved' : 'fixed'
  const asked = { ...situation, session: withBump(situation, proposal.personId) }
  return accept({
    ...decideFix(asked, time, { happening: { code, detail }, by, before: session }),
    diaries: readingsOf(diary),
    reason: refusal ? wish.reason : null,
  })
}

/** A DECLINECOUNTER only to the proposer, with the current SEQUENCE (RFC 5546 §3.2.8). The fixed time stays. */
export function decideCounterRefusal(
  situation: SessionSituation,
  wish: Wish,
  by: By,
): Result<Decision, Refusal> {
  const { session, now } = situation
  if (wish.decided === 'refused') return accept(NO_CHANGE)
  const proposal = waitingIn(session, wish)
  if (!proposal) return refuse({ reason: 'no-such-proposal' })

  const proposals = session.proposals.map((each) =>
    each.id === proposal.id ? { ...each, state: 'refused' as const } : each,
  )
  const after: Session = { ...session, offer: withoutOption(session.offer, proposal), proposals }
  const written = letterFor(situation, after, proposal)
  const detail = { proposal: proposal.id }
  return accept({
    ...NO_CHANGE,
    sessions: [step(session, after, { code: 'counter-refused', at: now, by, detail })],
    letters: written
      ? [{ ...written.outgoing, dedupeKey: `${written.outgoing.dedupeKey}:${proposal.id}` }]
      : [],
    links: written?.link ? [written.link] : [],
  })
}

function waitingIn({ proposals }: Session, { proposalId }: Wish): Proposal | null {
  return proposals.find((each) => each.id === proposalId && each.state === 'waiting') ?? null
}

/** To the calendar it came from, while there is a date to come that stays. */
function letterFor(situation: SessionSituation, session: Session, { via, personId }: Proposal) {
  const { executive, now } = situation
  const { time } = session
  const invite = inviteOf(session, spokeForExecutive(situation, personId) ? executive.id : personId)
  if (via !== 'calendar' || !invite || !time || time.end <= now) return null
  return calendarLetter(situation, session, invite, { method: 'DECLINECOUNTER', time })
}

/** The time that the proposal added to an open offer is no longer held. */
export function withoutOption(offer: Session['offer'], { start }: Proposal): Session['offer'] {
  const added = offer?.options.find((each) => each.origin === 'counter' && each.start === start)
  if (!offer || !added || offer.status !== 'open') return offer
  return { ...offer, options: offer.options.filter((each) => each !== added) }
}
