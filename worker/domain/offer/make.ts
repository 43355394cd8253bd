import { type By, type Decision, NO_CHANGE, readingsOf } from '../decision.ts'
import type { FormatId, OfferId, SessionId } from '../ids.ts'
import { offerLetter } from '../letter/write.ts'
import { whyInLine } from '../pairing/reporting-line.ts'
import { rulesOf } from '../people/presets.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { roundSettingFor } from '../session/choose-format.ts'
import { cadenceDateOf, newRound } from '../session/round.ts'
import type { Offer, Session } from '../session/session.ts'
import { refusedTimes, roundOf, unansweredTimes } from '../session/tried.ts'
import { askedOf, type Situation } from '../situation.ts'
import type { Diary } from '../slot/diary.ts'
import { latestStart, noticeOf, whyNot } from '../slot/judge.ts'
import { findOptions, type OptionSearch, type RankedOption } from '../slot/options.ts'
import { slotAt } from '../slot/slot.ts'
import { step } from '../step.ts'
import { endOfWorkingDay } from '../time/days.ts'
import { after, before, earliest, HOUR, type Instant, type Interval, latest, overlaps } from '../time/time.ts'
import {
  afterAnsweringDays,
  afterAnsweringTime,
  answeringTimeOf,
  endOfAnsweringDay,
} from './answering-time.ts'

export type OfferWish = {
  readonly offerId: OfferId
  /** The id for a new session, if there is none yet. */
  readonly sessionId: SessionId
  readonly minutes: number | null
  /** The format; absent: the one chosen before, or the next in turn. */
  readonly formatId?: FormatId | null
  /** How many times to propose, 1 to 5. */
  readonly count: number
  /** Times chosen by a plan or a human, also refused ones. The judge still checks each of them. */
  readonly times?: readonly Interval[]
  /** The same as starts; they last as long as the session. */
  readonly starts?: readonly Instant[]
  /** Refuse if an offer is already open, instead of superseding it. */
  readonly isOnlyFirst?: boolean
}

/** Finds and holds the best times for both, and asks the person who answers. A new offer supersedes the old one. */
export function decideOffer(
  situation: Situation,
  diary: Diary,
  wish: OfferWish,
  by: By,
): Result<Decision, Refusal> {
  const { pairing, session, now } = situation
  if (pairing.status === 'paused' || pairing.status === 'ended')
    return refuse({ reason: 'pairing-closed', status: pairing.status })
  if (session?.status === 'fixed' && session.time)
    return refuse({ reason: 'already-fixed', start: session.time.start })
  const line = whyInLine(situation, by)
  if (line) return refuse(line)

  const setting = roundSettingFor(situation, wish)
  if (!setting.ok) return setting
  const { minutes, formatId } = setting.value

  const { offer: open = null } = session ?? {}
  if (wish.isOnlyFirst && open?.status === 'open' && open.heldUntil > now)
    return refuse({ reason: 'already-offered', until: open.heldUntil })

  const ignoring = session?.id ?? null
  const chosen = wish.times ?? wish.starts?.map((start) => slotAt(start, minutes))
  const firstRefusal = chosen
    ?.map((time) => whyNotOffered(time, diary, ignoring))
    .find((refusal) => refusal !== null)
  if (firstRefusal) return refuse(firstRefusal)

  const found = chosen ?? findTimes(situation, diary, { ...wish, minutes })
  if (found.length === 0) return refuse(whyNoTimes(situation, diary, minutes))

  const offer = openOffer(situation, wish.offerId, found)
  const round = session ?? newRound(situation, wish.sessionId, minutes)
  const offered: Session = { ...round, minutes, formatId, offer, zone: situation.executive.zone }
  const { outgoing, link } = offerLetter(situation, offered, offer)
  return accept({
    ...NO_CHANGE,
    sessions: [step(session, offered, { code: 'offered', at: now, by, detail: { offer: offer.id } })],
    letters: [outgoing],
    links: [link],
    diaries: readingsOf(diary),
  })
}

/** The times that an automatic offer proposes, best first, each with its reasons. */
export function findTimes(
  situation: Situation,
  diary: Diary,
  { minutes, count }: Pick<OptionSearch, 'minutes' | 'count'>,
): readonly RankedOption[] {
  return findAhead(situation, diary, { minutes, count, avoid: refusedTimes(roundOf(situation)) })
}

/** Why no time was found: there is none, or all that there are were refused in this round. */
function whyNoTimes(situation: Situation, diary: Diary, minutes: number): Refusal {
  const hasRefused = refusedTimes(roundOf(situation)).length > 0
  const isRefused = hasRefused && findAhead(situation, diary, { minutes, count: 1, avoid: [] }).length > 0
  return { reason: isRefused ? 'only-refused-left' : 'no-slots' }
}

type Wished = Pick<OptionSearch, 'minutes' | 'count' | 'avoid'>

/** For a full diary, first look some days ahead; if there is no time, or after a bump, look sooner. */
function findAhead(situation: Situation, diary: Diary, wished: Wished): readonly RankedOption[] {
  const { executive, session, now } = situation
  const { ahead } = rulesOf(executive)
  const near = cadenceDateOf(situation)
  const lastResort = unansweredTimes(roundOf(situation))
  const findFrom = (start: Instant) =>
    findOptions(diary, {
      ...wished,
      ignoring: session?.id ?? null,
      lastResort,
      window: { start, end: after(latestStart(diary), 1) },
      ...(near && { near }),
    })
  // No automatic time before the day that was asked for; a human may still choose an earlier one.
  const from = latest(earliestOffered(situation, diary), session?.notBefore ?? now)
  if (!ahead || (session?.bumps ?? 0) > 0) return findFrom(from)

  const later = findFrom(latest(endOfWorkingDay(executive.zone, now, ahead - 1), from))
  if (later.some((time) => !lastResort.some((each) => overlaps(each, time)))) return later
  const sooner = findFrom(from)
  return sooner.length > 0 ? sooner : later
}

/**
 * The first start that an offer made now may propose by itself: its last hour leaves whoever answers a working day to see
 * it, or an hour where short-notice gaps are allowed.
 */
export function earliestOffered(
  situation: Pick<Situation, 'now' | 'executive' | 'assistants' | 'programme' | 'hoursKnown'>,
  diary: Pick<Diary, 'mentor' | 'executive' | 'policy'>,
): Instant {
  const { now, executive } = situation
  const time = answeringTimeOf(situation)
  const seen = rulesOf(executive).shortNotice
    ? afterAnsweringTime(time, now, SHORT_TIME_TO_ANSWER_MS)
    : afterAnsweringDays(time, now, 1)
  return after(seen, noticeOf(diary))
}

const SHORT_TIME_TO_ANSWER_MS = HOUR

/** Three times are enough to choose from. */
export const DEFAULT_OPTION_COUNT = 3

/** After so many working days without an answer the manager is told. */
const UNANSWERED_DAYS = 2

/** The offer ends with the last of its times. */
function openOffer(situation: Situation, id: OfferId, found: readonly Interval[]): Offer {
  const { now, newId } = situation
  const options = found
    .map(({ start, end }) => ({
      id: newId('opt'),
      start,
      end,
      origin: 'found' as const,
      until: holdEnd(situation, start),
      dropped: false,
    }))
    .toSorted((one, other) => one.start - other.start)
  return {
    id,
    status: 'open',
    askedId: askedOf(situation).id,
    heldUntil: latest(...options.map(({ until }) => until)),
    madeAt: now,
    unansweredAt: unansweredAt(situation),
    options,
    answer: null,
  }
}

/**
 * Until when a time is held that is asked for now: the end of the asked person's third working day (by default), at most
 * its last hour, which is its start less the notice.
 */
export function holdEnd(situation: Situation, start: Instant): Instant {
  const { now, programme, mentor, executive } = situation
  const notice = noticeOf({
    mentor: { rules: rulesOf(mentor) },
    executive: { rules: rulesOf(executive) },
    policy: programme.policy,
  })
  const lastDay = endOfAnsweringDay(answeringTimeOf(situation), now, programme.policy.holdDays)
  return earliest(lastDay, before(start, notice))
}

/** When what is asked for now counts as unanswered. */
export function unansweredAt(situation: Situation): Instant {
  return afterAnsweringDays(answeringTimeOf(situation), situation.now, UNANSWERED_DAYS)
}

/** A human may offer times that leave less than a working day to answer, but not less than an hour. */
function whyNotOffered(time: Interval, diary: Diary, ignoring: SessionId | null): Refusal | null {
  const refusal = whyNot(time, diary, { ignoring })
  if (refusal) return refusal
  const earliestChosen = after(diary.now, noticeOf(diary) + MIN_TIME_TO_ANSWER_MS)
  return time.start < earliestChosen ? { reason: 'too-soon', earliest: earliestChosen } : null
}

const MIN_TIME_TO_ANSWER_MS = HOUR
