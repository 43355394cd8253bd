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
import { askedOf, type Situation } from '../situation.ts'
import type { Diary } from '../slot/diary.ts'
import { latestStart, whyNot } from '../slot/judge.ts'
import { findOptions, type OptionSearch, type RankedOption } from '../slot/options.ts'
import { step } from '../step.ts'
import { endOfWorkingDay } from '../time/days.ts'
import { after, earliest, type Instant, type Interval, latest } from '../time/time.ts'

export type OfferWish = {
  readonly offerId: OfferId
  /** The id for a new session, if there is none yet. */
  readonly sessionId: SessionId
  readonly minutes: number | null
  /** The format; absent: the one chosen before, or the next in turn. */
  readonly formatId?: FormatId | null
  /** How many times to propose, 1 to 5. */
  readonly count: number
  /** Declined times, which are not proposed again. */
  readonly avoid?: readonly Interval[]
  /** Times chosen by a plan or a human. The judge still checks each of them. */
  readonly times?: readonly Interval[]
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
  const firstRefusal = wish.times
    ?.map((time) => whyNot(time, diary, { ignoring }))
    .find((refusal) => refusal !== null)
  if (firstRefusal) return refuse(firstRefusal)

  const found = wish.times ?? findTimes(situation, diary, { ...wish, minutes })
  if (found.length === 0) return refuse({ reason: 'no-slots' })

  const offer = openOffer(situation, wish.offerId, found)
  const round = session ?? newRound(situation, wish.sessionId, minutes)
  const offered: Session = {
    ...round,
    minutes,
    formatId,
    offer,
    zone: situation.executive.zone,
    notBefore: null,
  }
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
  { minutes, count, avoid }: Pick<OptionSearch, 'minutes' | 'count' | 'avoid'>,
): readonly RankedOption[] {
  const near = cadenceDateOf(situation)
  const ignoring = situation.session?.id ?? null
  const search = { minutes, count, ignoring, ...(near && { near }), ...(avoid && { avoid }) }
  return findAhead(situation, diary, search)
}

/** For a full diary, first look some days ahead; if there is no time, or after a bump, look sooner. */
function findAhead(situation: Situation, diary: Diary, search: OptionSearch): readonly RankedOption[] {
  const { executive, session, now } = situation
  const { ahead } = rulesOf(executive)
  // No automatic time before the day that was asked for; a human may still choose an earlier one.
  const from = latest(now, session?.notBefore ?? now)
  const findFrom = (start: Instant) =>
    findOptions(diary, { ...search, window: { start, end: after(latestStart(diary), 1) } })
  if (!ahead || (session?.bumps ?? 0) > 0) return findFrom(from)

  const later = findFrom(latest(endOfWorkingDay(executive.zone, now, ahead - 1), from))
  return later.length > 0 ? later : findFrom(from)
}

/** Three times are enough to choose from. */
export const DEFAULT_OPTION_COUNT = 3

/** Held until the end of the asked person's third working day (by default), but not after the last of the times. */
function openOffer(situation: Situation, id: OfferId, found: readonly Interval[]): Offer {
  const { now, programme, newId } = situation
  const askedPerson = askedOf(situation)
  const lastStart = found.reduce((last, each) => (each.start > last ? each.start : last), now)
  return {
    id,
    status: 'open',
    askedId: askedPerson.id,
    heldUntil: earliest(endOfWorkingDay(askedPerson.zone, now, programme.policy.holdDays), lastStart),
    madeAt: now,
    options: found
      .map(({ start, end }) => ({ id: newId('opt'), start, end, origin: 'found' as const }))
      .toSorted((one, other) => one.start - other.start),
    answer: null,
  }
}
