import { type Decision, NO_CHANGE, readingsOf, together } from '../decision.ts'
import type { PersonId } from '../ids.ts'
import { lineOf } from '../pairing/reporting-line.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { type SessionSituation, spokeForExecutive } from '../situation.ts'
import { type Diary, isHard, type SlotRefusal } from '../slot/diary.ts'
import { whyNot } from '../slot/judge.ts'
import { onHisWord } from '../slot/own-word.ts'
import { step } from '../step.ts'
import { after, earliest, type Instant, type Interval, MINUTE } from '../time/time.ts'
import { answered, decideWhatIsLeft, isSaid, type Said, saidIn, withSaid } from './counter-answer.ts'
import { decideFix } from './fix.ts'
import { isProposed, proposalsWith } from './proposals.ts'
import { type Reply, whyOutdated, withAnswer } from './reply.ts'
import type { Door, Session } from './session.ts'

export type Counter = {
  /** Without an end it has the session's length. */
  readonly time: { readonly start: Instant; readonly end: Instant | null }
  /** The owner of the calendar; `by` may be an assistant. */
  readonly personId: PersonId
  readonly by: { readonly id: PersonId; readonly door: Door }
  /** What the calendar answered with it; absent: nothing, and its arrival says how new it is. */
  readonly reply?: Reply
  readonly words?: string | null
}

/**
 * A new time proposed in a calendar (RFC 5546 §3.2.7) or by link. It is an answer, and ordered as one. If it is free for
 * both and the programme accepts, it is a move; otherwise it waits for one tap, and replaces an earlier decline. Where the
 * time cannot be, its PARTSTAT is the answer, and the proposal waits until somebody puts it away.
 */
export function decideCounter(
  situation: SessionSituation,
  diary: Diary,
  counter: Counter,
): Result<Decision, Refusal> {
  const { session, now } = situation
  const { by } = counter
  // A mentor who was replaced still has the old event.
  if (![session.executiveId, session.mentorId].includes(counter.personId))
    return refuse({ reason: 'not-invited' })
  if (session.status !== 'fixed' && session.status !== 'offered') return refuse({ reason: 'not-fixed' })
  if (session.time && session.time.end <= now)
    return refuse({ reason: 'already-over', end: session.time.end })

  const said = saidIn(situation, counter)
  if (counter.reply && !said) return refuse({ reason: 'not-invited' })
  const outdated = said && whyOutdated(said.invite, said.reply.answer)
  if (outdated) return refuse(outdated)

  const time = timeOf(session, counter)
  if (session.time?.start === time.start && session.time.end === time.end) return accept(NO_CHANGE)
  if (isProposed(session, time, by.id) && (!said || isSaid(said))) return accept(NO_CHANGE)

  const judged = spokeForExecutive(situation, counter.personId) ? onHisWord(diary) : diary
  const refusal = whyNot(time, judged, { ignoring: session.id })
  if (refusal && isHard(refusal) && by.door === 'link') return refuse(refusal)
  if (!refusal && mayMove(situation, counter) && !lineOf(situation))
    return accept(moveTo(situation, diary, { time, counter, said }))

  const replied = said && isImpossible(refusal) ? decideWhatIsLeft(situation, said) : accept(NO_CHANGE)
  if (!replied.ok) return replied
  const before = replied.value.sessions.at(-1)?.after ?? session
  const asked = said && !isImpossible(refusal) ? withSaid(before, said) : before
  const proposed = propose({ ...situation, session: asked }, diary, { before, time, refusal, counter, said })
  return accept(together(replied.value, proposed))
}

function isImpossible(refusal: SlotRefusal | null): boolean {
  return refusal !== null && isHard(refusal)
}

/** A calendar's proposal moves the date by itself where the programme has said so, for the proposer's side. */
function mayMove({ session, programme, mentor }: SessionSituation, { by, personId }: Counter): boolean {
  const { counters, countersOfMentors } = programme.policy
  const policy = personId === mentor.id ? countersOfMentors : counters
  return policy === 'accept' && session.status === 'fixed' && by.door === 'calendar'
}

/** The move remembers the answer it came from, so that an older one does not move it again. */
function moveTo(
  situation: SessionSituation,
  diary: Diary,
  {
    time,
    counter: { by, personId },
    said,
  }: { readonly time: Interval; readonly counter: Counter; readonly said: Said | null },
): Decision {
  const { session } = situation
  const asked = { ...situation, session: withBump(situation, personId) }
  const fix = decideFix(asked, time, { happening: { code: 'moved', detail: time }, by, before: session })
  const sessions = fix.sessions.map((each) =>
    said
      ? {
          ...each,
          after: withAnswer(each.after, said.invite, {
            partstat: 'NEEDS-ACTION',
            answer: said.reply.answer,
          }),
        }
      : each,
  )
  return { ...fix, sessions, diaries: readingsOf(diary) }
}

/** A fixed time that the executive's side gives up for another is a bump; a mentor's wish is none. */
export function withBump(situation: SessionSituation, proposerId: PersonId): Session {
  const { session } = situation
  const isBump = session.status === 'fixed' && spokeForExecutive(situation, proposerId)
  return isBump ? { ...session, bumps: session.bumps + 1 } : session
}

function propose(
  situation: SessionSituation,
  diary: Diary,
  {
    before,
    time,
    refusal,
    counter: { by, words = null },
    said,
  }: {
    readonly before: Session
    readonly time: Interval
    readonly refusal: SlotRefusal | null
    readonly counter: Counter
    readonly said: Said | null
  },
): Decision {
  const { session, now, newId } = situation
  const waits = { personId: by.id, via: by.door, at: now, state: 'waiting' } as const
  const proposals = isProposed(session, time, by.id)
    ? session.proposals
    : proposalsWith(situation, { id: newId('ctr'), ...time, ...waits, refusal, words })
  const offer = refusal ? session.offer : withOption(session.offer, time, situation)
  const detail = {
    ...time,
    ...(refusal && { reason: refusal.reason }),
    ...(said && !isImpossible(refusal) && answered(session, said)),
  }
  return {
    ...NO_CHANGE,
    sessions: [step(before, { ...session, offer, proposals }, { code: 'countered', at: now, by, detail })],
    diaries: offer === session.offer ? [] : readingsOf(diary),
  }
}

/** A proposal beside an open offer is held like its other times, so that whoever answers may take it too. */
function withOption(
  offer: Session['offer'],
  time: Interval,
  { session, now, newId }: SessionSituation,
): Session['offer'] {
  const isOpen = session.status === 'offered' && offer?.status === 'open' && offer.heldUntil > now
  if (!isOpen || offer.options.some(({ start }) => start === time.start)) return offer
  const until = earliest(offer.heldUntil, time.start)
  const option = {
    id: newId('opt'),
    ...time,
    origin: 'counter',
    until,
    dropped: false,
    against: null,
  } as const
  return { ...offer, options: [...offer.options, option] }
}

function timeOf({ minutes }: Session, { time }: Counter): Interval {
  return { start: time.start, end: time.end ?? after(time.start, minutes * MINUTE) }
}
