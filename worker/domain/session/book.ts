import { type By, type Decision, NOTHING, readingsOf, step } from '../decision.ts'
import { type Diary, isHard } from '../slot/diary.ts'
import type { EventCode, EventDetail } from '../events.ts'
import { setOut } from './choose-format.ts'
import type { FormatId, SessionId } from '../ids.ts'
import { newRound } from '../offer/make.ts'
import type { Place } from '../pairing/pairing.ts'
import type { Person } from '../people/person.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { type Invite, inviteOf, revised, type Session } from './session.ts'
import { isExecutiveSide, type SessionSituation, type Situation } from '../situation.ts'
import { whyNot } from '../slot/judge.ts'
import { instant, type Instant, type Interval, MINUTE } from '../time/time.ts'
import { calendarLetter } from '../letter/write.ts'

export type BookingWish = {
  /** The id of the session, should there be none open. */
  readonly sessionId: SessionId
  readonly start: Instant
  readonly minutes: number | null
  /** What it begins with; unsaid, what was chosen before, or comes by itself. */
  readonly formatId?: FormatId | null
  readonly place?: Place | null
  /** A human's words for overriding a soft refusal; a hard one stays. */
  readonly reason: string | null
}

/** A booking without an offer, or over an open one. */
export function decideBooking(
  situation: Situation,
  diary: Diary,
  wish: BookingWish,
  by: By,
): Result<Decision, Refusal> {
  const { pairing, session } = situation
  if (pairing.status === 'paused' || pairing.status === 'ended')
    return refuse({ reason: 'pairing-closed', status: pairing.status })
  if (session?.status === 'fixed' && session.time)
    return refuse({ reason: 'already-fixed', start: session.time.start })

  const setting = setOut(situation, wish)
  if (!setting.ok) return setting
  const { minutes, formatId } = setting.value

  const time = slotAt(wish.start, minutes)
  const refusal = whyNot(time, diary, session ? { ignoring: session.id } : {})
  if (refusal && !overridden(refusal, wish.reason)) return refuse(refusal)

  const round = session ?? newRound(situation, wish.sessionId, minutes)
  const booked = { ...round, minutes, formatId, place: wish.place ?? round.place }
  return accept({
    ...decideFix({ ...situation, session: booked }, time, { code: 'booked', by, before: session }),
    diaries: readingsOf(diary),
    reason: refusal ? wish.reason : null,
  })
}

export type MoveWish = {
  readonly start: Instant
  readonly minutes: number | null
  readonly reason: string | null
}

/** Same UID, SEQUENCE+1 for both (RFC 5546 §3.2.2.1); a session's own claims are not in its way. */
export function decideMove(
  situation: SessionSituation,
  diary: Diary,
  wish: MoveWish,
  by: By,
): Result<Decision, Refusal> {
  const { session, now } = situation
  if (session.status !== 'fixed' || !session.time) return refuse({ reason: 'not-fixed' })
  if (session.time.end <= now) return refuse({ reason: 'already-over', end: session.time.end })

  const minutes = wish.minutes ?? session.minutes
  const time = slotAt(wish.start, minutes)
  if (time.start === session.time.start && time.end === session.time.end) return accept(NOTHING)

  const refusal = whyNot(time, diary, { ignoring: session.id })
  if (refusal && !overridden(refusal, wish.reason)) return refuse(refusal)

  // A fixed date given up on the executive's side is a bump, whether he declines it or moves it.
  const bumps = session.bumps + (isExecutiveSide(situation, by.id) ? 1 : 0)
  const moved = { ...situation, session: { ...session, minutes, bumps } }
  return accept({
    ...decideFix(moved, time, { code: 'moved', by, before: session }),
    diaries: readingsOf(diary),
    reason: refusal ? wish.reason : null,
  })
}

/** A soft refusal gives way to a human's written reason; a hard one to nobody. */
export function overridden(refusal: Parameters<typeof isHard>[0], reason: string | null): boolean {
  return reason !== null && !isHard(refusal)
}

export function slotAt(start: Instant, minutes: number): Interval {
  return { start, end: instant(start + minutes * MINUTE) }
}

/** The session stands at this time: both get their own REQUEST, and an open offer's other times are freed. */
export function decideFix(
  situation: SessionSituation,
  time: Interval,
  why: {
    readonly code: EventCode
    readonly by: By
    readonly before: Session | null
    readonly detail?: EventDetail
    readonly keepOffer?: boolean
  },
): Decision {
  const { session, now, pairing, mentor, executive } = situation
  const invites = [executive, mentor].map((person) => inviteAgain(situation, person))
  const fixed: Session = {
    ...session,
    status: 'fixed',
    time,
    invites: [...session.invites.filter((each) => !each.live), ...invites],
    offer:
      session.offer?.status === 'open' && !why.keepOffer
        ? { ...session.offer, status: 'superseded' }
        : session.offer,
    proposals: session.proposals.map((each) =>
      each.state === 'waiting'
        ? { ...each, state: each.start === time.start ? ('accepted' as const) : ('superseded' as const) }
        : each,
    ),
    notBefore: null,
  }
  const written = invites.map((invite) =>
    calendarLetter(situation, fixed, invite, {
      method: 'REQUEST',
      time,
      ...newsOf(invite, why.before, time),
    }),
  )
  const { code, by, detail } = why
  return {
    ...NOTHING,
    changes: [
      step(why.before, fixed, { code, at: now, by, detail: { ...detail, start: time.start, end: time.end } }),
    ],
    letters: written.map(({ outgoing }) => outgoing),
    links: written.flatMap(({ link }) => link ?? []),
    pairing: pairing.status === 'proposed' ? { id: pairing.id, status: 'active' } : null,
  }
}

/** Who had no invite before hears of no move, and nobody of a move to the very same time. */
function newsOf({ sequence }: Invite, before: Session | null, time: Interval) {
  const old = before?.time ?? null
  if (sequence === 0 || !old) return { movedFrom: null, news: 'time' } as const
  const stays = old.start === time.start && old.end === time.end
  return stays ? ({ movedFrom: null, news: 'person' } as const) : ({ movedFrom: old, news: 'time' } as const)
}

/** The next revision of a living invite, asked anew (RFC 5546 §3.2.2.1), or the first of a new one. */
function inviteAgain(situation: SessionSituation, person: Person): Invite {
  const living = inviteOf(situation.session, person.id)
  if (living) return { ...revised(living, situation.now), partstat: 'NEEDS-ACTION', answer: null }

  const host = person.replyAddress.slice(person.replyAddress.indexOf('@') + 1)
  return {
    id: situation.newId('inv'),
    personId: person.id,
    uid: `${situation.newId('inv').slice('inv_'.length)}@${host}`,
    organizer: person.replyAddress,
    sequence: 0,
    partstat: 'NEEDS-ACTION',
    live: true,
    stampedAt: situation.now,
    answer: null,
  }
}
