import { type By, type Decision, NO_CHANGE, readingsOf, step } from '../decision.ts'
import type { FormatId, OfferId, SessionId } from '../ids.ts'
import { offerLetter } from '../letter/write.ts'
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
import { endOfWorkingDay } from '../time/days.ts'
import { after, earliest, type Instant, type Interval, latest } from '../time/time.ts'

export type OfferWish = {
  readonly offerId: OfferId
  /** The id of the session, should there be none yet. */
  readonly sessionId: SessionId
  readonly minutes: number | null
  /** What it begins with; unsaid, what was chosen before, or comes by itself. */
  readonly formatId?: FormatId | null
  /** How many times to propose, 1 to 5. */
  readonly count: number
  /** Times just declined are not proposed again. */
  readonly avoid?: readonly Interval[]
  /** Chosen already, by a plan or a human; the judge still has the last word on each. */
  readonly times?: readonly Interval[]
  /** An offer that is open already stays: it is not superseded. */
  readonly isOnlyFirst?: boolean
}

/** Finds and holds the best times for both, and asks whoever answers. A newer offer supersedes the one before. */
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

  const setting = roundSettingFor(situation, wish)
  if (!setting.ok) return setting
  const { minutes, formatId } = setting.value

  const { offer: open = null } = session ?? {}
  if (wish.isOnlyFirst && open?.status === 'open' && open.heldUntil > now)
    return refuse({ reason: 'already-offered', until: open.heldUntil })

  const ignoring = session?.id ?? null
  const wrong = wish.times
    ?.map((time) => whyNot(time, diary, { ignoring }))
    .find((refusal) => refusal !== null)
  if (wrong) return refuse(wrong)

  const found = wish.times ?? findTimes(situation, diary, { ...wish, minutes })
  if (found.length === 0) return refuse({ reason: 'no-slots' })

  const offer = openOffer(situation, wish.offerId, found)
  const round = session ?? newRound(situation, wish.sessionId, minutes)
  const offered: Session = { ...round, minutes, formatId, offer, notBefore: null }
  const { outgoing, link } = offerLetter(situation, offered, offer)
  return accept({
    ...NO_CHANGE,
    sessions: [step(session, offered, { code: 'offered', at: now, by, detail: { offer: offer.id } })],
    letters: [outgoing],
    links: [link],
    diaries: readingsOf(diary),
  })
}

/** The times an offer proposes by itself, best first, each with why it stands there. */
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

/** A full diary is asked days ahead, while there are times that far off; what was given up may be made up for sooner. */
function findAhead(situation: Situation, diary: Diary, search: OptionSearch): readonly RankedOption[] {
  const { executive, session, now } = situation
  const { ahead } = rulesOf(executive)
  // Who asked to be left alone until a day is, by what the house finds; a human may still choose sooner.
  const from = latest(now, session?.notBefore ?? now)
  const since = (start: Instant) =>
    findOptions(diary, { ...search, window: { start, end: after(latestStart(diary), 1) } })
  if (!ahead || (session?.bumps ?? 0) > 0) return since(from)

  const far = since(latest(endOfWorkingDay(executive.zone, now, ahead - 1), from))
  return far.length > 0 ? far : since(from)
}

/** Three times are a choice; more are work. */
export const DEFAULT_OPTION_COUNT = 3

/** Held to the end of the third working day of whoever answers, but not beyond the last of the times. */
function openOffer(situation: Situation, id: OfferId, found: readonly Interval[]): Offer {
  const { now, programme, newId } = situation
  const asked = askedOf(situation)
  const lastStart = found.reduce((last, each) => (each.start > last ? each.start : last), now)
  return {
    id,
    status: 'open',
    askedId: asked.id,
    heldUntil: earliest(endOfWorkingDay(asked.zone, now, programme.policy.holdDays), lastStart),
    madeAt: now,
    options: found
      .map(({ start, end }) => ({ id: newId('opt'), start, end, origin: 'found' as const }))
      .toSorted((one, other) => one.start - other.start),
    answer: null,
  }
}
