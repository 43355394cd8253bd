import { type By, type Decision, NOTHING, readingsOf, step, together } from '../decision.ts'
import { endOfWorkingDay } from '../time/days.ts'
import type { Diary } from '../slot/diary.ts'
import { setOut } from '../session/choose-format.ts'
import type { FormatId, OfferId, SessionId } from '../ids.ts'
import { minutesOf } from '../path/length.ts'
import { findOptions, type OptionSearch, type RankedOption } from '../slot/options.ts'
import { rulesOf } from '../people/presets.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { isOnAutopilot } from '../session/round.ts'
import type { Offer, Session } from '../session/session.ts'
import { askedOf, type Situation } from '../situation.ts'
import { latestStart, whyNot } from '../slot/judge.ts'
import { after, DAY, earliest, type Instant, type Interval, latest } from '../time/time.ts'
import { offerLetter } from '../letter/write.ts'

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

  const setting = setOut(situation, wish)
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
    ...NOTHING,
    changes: [step(session, offered, { code: 'offered', at: now, by, detail: { offer: offer.id } })],
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
  const near = nearOf(situation)
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

/** The effort to fix the next session begins; nobody is asked yet. */
export function decideRound(situation: Situation, sessionId: SessionId, by: By): Decision {
  const round = newRound(situation, sessionId, minutesOf({ ...situation, session: null }))
  return { ...NOTHING, changes: [step(null, round, { code: 'round-opened', at: situation.now, by })] }
}

/** A round with its first offer where the programme's autopilot makes one and times are found; else the round alone. */
export function decideRoundOnAutopilot(
  situation: Situation,
  diary: Diary,
  ids: { readonly sessionId: SessionId; readonly offerId: OfferId },
  by: By,
): Decision {
  const round = decideRound(situation, ids.sessionId, by)
  const session = round.changes[0]?.after ?? null
  if (!isOnAutopilot(situation)) return round

  const offer = decideOffer({ ...situation, session }, diary, { ...ids, minutes: null, count: OPTIONS }, by)
  return offer.ok ? together(round, offer.value) : round
}

/** Three times are a choice; more are work. */
export const OPTIONS = 3

/** The cadence's date: that long after the last session held. */
export function nearOf({ lastHeld, programme }: Situation) {
  return lastHeld === null ? null : after(lastHeld, programme.policy.cadence * DAY)
}

export function newRound(situation: Situation, id: SessionId, minutes: number): Session {
  const { pairing, executive, mentor } = situation
  return {
    id,
    pairingId: pairing.id,
    programmeId: pairing.programmeId,
    mentorId: mentor.id,
    executiveId: pairing.executiveId,
    status: 'offered',
    time: null,
    minutes,
    zone: executive.zone,
    place: null,
    bumps: 0,
    version: 0,
    offer: null,
    invites: [],
    proposals: [],
    notBefore: null,
    passed: false,
    formatId: null,
  }
}

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
