import { type By, type Decision, NO_CHANGE, readingsOf } from '../decision.ts'
import type { PersonId, ProposalId } from '../ids.ts'
import { calendarLetter } from '../letter/write.ts'
import { lineOf, whyInLine } from '../pairing/reporting-line.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { SessionSituation } from '../situation.ts'
import { type Diary, isOverridden } from '../slot/diary.ts'
import { whyNot } from '../slot/judge.ts'
import { step } from '../step.ts'
import { after, type Instant, type Interval, MINUTE } from '../time/time.ts'
import { decideFix } from './fix.ts'
import { type Door, inviteOf, type Proposal, type Session } from './session.ts'

export type Counter = {
  /** Without an end it has the session's length. */
  readonly time: { readonly start: Instant; readonly end: Instant | null }
  /** The owner of the calendar; `by` may be an assistant. */
  readonly personId: PersonId
  readonly by: { readonly id: Proposal['personId']; readonly door: Door }
}

/**
 * A new time proposed in a calendar (RFC 5546 §3.2.7). If it is free for both and the programme accepts, it is a move.
 * Otherwise it waits for one tap, and replaces an earlier decline.
 */
export function decideCounter(
  situation: SessionSituation,
  diary: Diary,
  counter: Counter,
): Result<Decision, Refusal> {
  const { session, now, programme, newId } = situation
  const { by } = counter
  const time = timeOf(session, counter)
  if (session.status !== 'fixed' && session.status !== 'offered') return refuse({ reason: 'not-fixed' })
  if (session.time && session.time.end <= now)
    return refuse({ reason: 'already-over', end: session.time.end })
  if (session.time?.start === time.start && session.time.end === time.end) return accept(NO_CHANGE)
  if (session.proposals.some((each) => isSame(each, time, by.id))) return accept(NO_CHANGE)

  const refusal = whyNot(time, diary, { ignoring: session.id })
  const open = withoutDecline(session, counter.personId)
  if (
    !refusal &&
    programme.policy.counters === 'accept' &&
    session.status === 'fixed' &&
    by.door === 'calendar' &&
    !lineOf(situation)
  )
    return accept({
      ...decideFix({ ...situation, session: open }, time, {
        happening: { code: 'moved', detail: time },
        by,
        before: session,
      }),
      diaries: readingsOf(diary),
    })

  const proposal: Proposal = {
    id: newId('ctr'),
    ...time,
    personId: by.id,
    via: by.door,
    at: now,
    state: 'waiting',
  }
  const proposals = [...open.proposals.map((each) => ({ ...each, state: 'superseded' as const })), proposal]
  const detail = { start: time.start, end: time.end, ...(refusal && { reason: refusal.reason }) }
  return accept({
    ...NO_CHANGE,
    sessions: [step(session, { ...open, proposals }, { code: 'countered', at: now, by, detail })],
  })
}

/** Accepts a proposal: a REQUEST with SEQUENCE+1 to both (RFC 5546 §3.2.7), or the first one if no time was fixed. */
export function decideCounterAcceptance(
  situation: SessionSituation,
  diary: Diary,
  wish: { readonly proposalId: ProposalId; readonly reason: string | null },
  by: By,
): Result<Decision, Refusal> {
  const { session } = situation
  const proposal = session.proposals.find((each) => each.id === wish.proposalId && each.state === 'waiting')
  if (!proposal) return refuse({ reason: 'no-such-proposal' })

  const line = whyInLine(situation, by)
  if (line) return refuse(line)
  const refusal = whyNot(proposal, diary, { ignoring: session.id })
  if (refusal && !isOverridden(refusal, wish.reason)) return refuse(refusal)
  const time = { start: proposal.start, end: proposal.end }
  const detail = { ...time, proposal: proposal.id, ...(refusal && { against: refusal.reason }) }
  const code = session.status === 'fixed' ? 'moved' : 'fixed'
  return accept({
    ...decideFix(situation, time, { happening: { code, detail }, by, before: session }),
    diaries: readingsOf(diary),
    reason: refusal ? wish.reason : null,
  })
}

/** A DECLINECOUNTER only to the proposer, with the current SEQUENCE (RFC 5546 §3.2.8). The fixed time stays. */
export function decideCounterRefusal(
  situation: SessionSituation,
  wish: { readonly proposalId: ProposalId },
  by: By,
): Result<Decision, Refusal> {
  const { session, now } = situation
  const proposal = session.proposals.find((each) => each.id === wish.proposalId && each.state === 'waiting')
  if (!proposal) return refuse({ reason: 'no-such-proposal' })

  const proposals = session.proposals.map((each) =>
    each.id === proposal.id ? { ...each, state: 'refused' as const } : each,
  )
  const after: Session = { ...session, proposals }
  const invite = inviteOf(session, situation.executive.id)
  const isFromCalendar = proposal.via === 'calendar' && session.time && invite
  const written = isFromCalendar
    ? calendarLetter(situation, after, invite, { method: 'DECLINECOUNTER', time: session.time })
    : null
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

/** A counter within the ten minutes replaces the decline (“decline and propose”). */
function withoutDecline(session: Session, personId: string): Session {
  const invites = session.invites.map((each) =>
    each.personId === personId && each.partstat === 'DECLINED'
      ? { ...each, partstat: 'NEEDS-ACTION' as const }
      : each,
  )
  return { ...session, invites }
}

function isSame(proposal: Proposal, time: Interval, byId: PersonId): boolean {
  return (
    proposal.state === 'waiting' &&
    proposal.personId === byId &&
    proposal.start === time.start &&
    proposal.end === time.end
  )
}

function timeOf({ minutes }: Session, { time }: Counter): Interval {
  return { start: time.start, end: time.end ?? after(time.start, minutes * MINUTE) }
}
