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
import { type Diary, isHard, isOverridden, type SlotRefusal } from '../slot/diary.ts'
import { latestStart, noticeOf, whyNot } from '../slot/judge.ts'
import { findOptions, type OptionSearch, type RankedOption } from '../slot/options.ts'
import { slotAt } from '../slot/slot.ts'
import { whyNone } from '../slot/why-none.ts'
import { ANYWHERE, type Within, windowWithin } from '../slot/within.ts'
import { step } from '../step.ts'
import { endOfWorkingDay } from '../time/days.ts'
import { after, before, earliest, HOUR, type Instant, type Interval, latest, overlaps } from '../time/time.ts'
import {
  afterAnsweringDays,
  afterAnsweringTime,
  answeringTimeOf,
  endOfAnsweringDay,
} from './answering-time.ts'
import { whyNotWords } from './words.ts'

export type OfferWish = {
  readonly offerId: OfferId
  /** The id for a new session, if there is none yet. */
  readonly sessionId: SessionId
  readonly minutes: number | null
  /** The format; absent: the one chosen before, or the next in turn. */
  readonly formatId?: FormatId | null
  /** How many times to propose, 1 to 5. */
  readonly count: number
  /** Where to look for them; absent: wherever the rules allow. */
  readonly within?: Within
  /** Times chosen by a plan or a human, also refused ones. The judge still checks each of them. */
  readonly times?: readonly Interval[]
  /** The same as starts; they last as long as the session. */
  readonly starts?: readonly Instant[]
  /** Why a human chose a time against a soft rule. Time to answer has to be left all the same. */
  readonly reason?: string | null
  /** The manager's own words for the first mail of a pairing; null or absent: ours. */
  readonly words?: string | null
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
  const { reason = null, words = null, within = ANYWHERE } = wish
  const judged = chosen?.map((time) => ({ ...time, refusal: whyNotOffered(time, diary, ignoring) }))
  const firstRefusal = judged?.find(
    ({ refusal }) => refusal !== null && !isInsisted(refusal, reason),
  )?.refusal
  if (firstRefusal) return refuse(firstRefusal)

  const found = judged ?? findTimes(situation, diary, { ...wish, minutes, within })
  if (found.length === 0) return refuse(whyNoTimes(situation, diary, { minutes, within }))
  const wordsRefusal = words === null ? null : whyNotWords(situation, words)
  if (wordsRefusal) return refuse(wordsRefusal)

  const offer = openOffer(situation, { id: wish.offerId, words }, found)
  const round = session ?? newRound(situation, wish.sessionId, minutes)
  const offered: Session = { ...round, minutes, formatId, offer, zone: situation.executive.zone }
  const { outgoing, link } = offerLetter(situation, offered, offer)
  return accept({
    ...NO_CHANGE,
    sessions: [step(session, offered, { code: 'offered', at: now, by, detail: { offer: offer.id } })],
    letters: [outgoing],
    links: [link],
    diaries: readingsOf(diary),
    reason: offer.options.some(({ against }) => against !== null) ? reason : null,
  })
}

/** The times that an automatic offer proposes, best first, each with its reasons. */
export function findTimes(
  situation: Situation,
  diary: Diary,
  { minutes, count, within = ANYWHERE, avoid = [], beside = [] }: TimesWished,
): readonly RankedOption[] {
  const refused = refusedTimes(roundOf(situation))
  return findAhead(situation, diary, { minutes, count, beside, within, avoid: [...refused, ...avoid] })
}

/** `avoid`: times put aside by whoever makes the offer, beside those that were refused in the round. */
export type TimesWished = Pick<OptionSearch, 'minutes' | 'count' | 'avoid' | 'beside'> & {
  readonly within?: Within
}

/** Why no time was found: no day that was asked for can be offered, all that is left was refused, or there is none. */
function whyNoTimes(
  situation: Situation,
  diary: Diary,
  { minutes, within }: { readonly minutes: number; readonly within: Within },
): Refusal {
  const first = firstOffered(situation, diary)
  const last = latestStart(diary)
  if (within.to !== null && within.to <= first) return { reason: 'too-soon', earliest: first }
  if (within.from !== null && within.from > last) return { reason: 'beyond-horizon', latest: last }

  const hasRefused = refusedTimes(roundOf(situation)).length > 0
  const wished = { minutes, count: 1, avoid: [], beside: [], within }
  if (hasRefused && findAhead(situation, diary, wished).length > 0) return { reason: 'only-refused-left' }
  const window = windowWithin(within, { start: first, end: after(last, 1) }, minutes)
  const isBounded = within.from !== null && within.to !== null
  const ignoring = situation.session?.id ?? null
  return (isBounded ? whyNone(diary, { window, minutes, ignoring }) : null) ?? { reason: 'no-slots' }
}

type Wished = TimesWished & { readonly within: Within }

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
      part: wished.within.part,
      window: windowWithin(wished.within, { start, end: after(latestStart(diary), 1) }, wished.minutes),
      ...(near && { near }),
    })
  const from = firstOffered(situation, diary)
  if (!ahead || (session?.bumps ?? 0) > 0) return findFrom(from)

  const later = findFrom(latest(endOfWorkingDay(executive.zone, now, ahead - 1), from))
  if (later.some((time) => !lastResort.some((each) => overlaps(each, time)))) return later
  const sooner = findFrom(from)
  return sooner.length > 0 ? sooner : later
}

/** No automatic time before the day that was asked for; a human may still choose an earlier one. */
function firstOffered(situation: Situation, diary: Diary): Instant {
  return latest(earliestOffered(situation, diary), situation.session?.notBefore ?? situation.now)
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
export function openOffer(
  situation: Situation,
  { id, words }: Pick<Offer, 'id' | 'words'>,
  found: readonly (Interval & { readonly refusal?: SlotRefusal | null })[],
): Offer {
  const { now, newId } = situation
  const options = found
    .map(({ start, end, refusal = null }) => ({
      id: newId('opt'),
      start,
      end,
      origin: 'found' as const,
      until: holdEnd(situation, start),
      dropped: false,
      against: refusal && !isHard(refusal) ? refusal.reason : null,
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
    words,
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

/** What stands against a time that a human chooses. He may offer one that leaves less than a working day to answer, but not less than an hour. */
export function whyNotOffered(time: Interval, diary: Diary, ignoring: SessionId | null): SlotRefusal | null {
  const refusal = whyNot(time, diary, { ignoring })
  if (refusal) return refusal
  const first = earliestChosen(diary)
  return time.start < first ? { reason: 'too-soon', earliest: first } : null
}

/** The first start that a human may offer: an hour is left to answer. */
export function earliestChosen(diary: Diary): Instant {
  return after(diary.now, noticeOf(diary) + MIN_TIME_TO_ANSWER_MS)
}

const MIN_TIME_TO_ANSWER_MS = HOUR

/** A written reason overrides what is soft, but makes nobody answer sooner. */
export function isInsisted(refusal: SlotRefusal, reason: string | null): boolean {
  return refusal.reason !== 'too-soon' && isOverridden(refusal, reason)
}
