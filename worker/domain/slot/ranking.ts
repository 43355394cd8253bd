import type { SessionId } from '../ids.ts'
import { DAY, HOUR, MINUTE } from '../time/time.ts'
import type { Instant, Interval } from '../time/time.ts'
import { offsetAt, wallDayNumber } from '../time/zones.ts'
import type { Diary } from './diary.ts'
import { zoneAt } from './hours.ts'
import { freeTimes, START_STEP_MS } from './search.ts'

/** Why a time has its rank, for anybody who asks. */
export type RankReason =
  /** Within the tolerance of the cadence date; without a date, within a week of the first time. */
  | 'near-date'
  /** Nine to twelve or two to five, in the executive's zone. */
  | 'preferred-hours'
  /** Beside what the mentor has already; where he has nothing, with an hour or more before and after it, or none. */
  | 'keeps-day-whole'
  /** On another day, or in another half of the day, than the options before it. */
  | 'new-day'
  | 'new-day-part'

export type DayPart = 'morning' | 'afternoon'

/** A slot with its points: the fewer, the better. */
export type Rated = Interval & {
  readonly points: number
  readonly reasons: readonly RankReason[]
  /** Of equal ones the lowest comes first. */
  readonly turn: number
  /** A day number, in the executive's zone. */
  readonly day: number
  readonly part: DayPart
}

/** The points a time costs. A day of distance costs least; a second time on one day costs more than all the rest. */
export const SLOT_POINTS = {
  day: 2,
  offDate: 30,
  unpreferred: 10,
  splitsDay: 5,
  samePart: 8,
  refusedDay: 20,
  sameDay: 10_000,
}

export type RankingWishes = {
  /** The cadence date. */
  readonly near?: Instant
  readonly ignoring?: SessionId | null
}

/** Rates each slot alone. `slots` must be in time order, which is kept. */
export function rate(
  diary: Diary,
  slots: readonly Interval[],
  { near, ignoring = null }: RankingWishes,
): Rated[] {
  const [first] = slots
  if (!first) return []

  const date = wallDayNumber(zoneAt(diary.executive, 'executive', near ?? first.start), near ?? first.start)
  const tolerance = near === undefined ? 7 : diary.policy.tolerance
  const splits = splitter(diary, ignoring)
  return slots.map((slot) => {
    const { day, part, isPreferred } = wallClockOf(diary, slot)
    const distance = Math.abs(day - date)
    const marks = { isNear: distance <= tolerance, isPreferred, isWhole: !splits(slot) }
    const points = distance * SLOT_POINTS.day + pointsAgainst(marks)
    return {
      start: slot.start,
      end: slot.end,
      points,
      reasons: reasonsFor(marks),
      turn: turnOf(slot, near ?? null),
      day,
      part,
    }
  })
}

type Marks = { readonly isNear: boolean; readonly isPreferred: boolean; readonly isWhole: boolean }

function pointsAgainst({ isNear, isPreferred, isWhole }: Marks): number {
  return (
    (isNear ? 0 : SLOT_POINTS.offDate) +
    (isPreferred ? 0 : SLOT_POINTS.unpreferred) +
    (isWhole ? 0 : SLOT_POINTS.splitsDay)
  )
}

function reasonsFor({ isNear, isPreferred, isWhole }: Marks): readonly RankReason[] {
  const reasons: RankReason[] = []
  if (isNear) reasons.push('near-date')
  if (isPreferred) reasons.push('preferred-hours')
  if (isWhole) reasons.push('keeps-day-whole')
  return reasons
}

/**
 * Equally good times take turns: full and half hours first, as people choose them, in an order that no calendar shows.
 * Were it always the earliest, every date of everybody would be at nine. The cadence date is another one for each pairing
 * and round, so no hour of a day is everybody's first.
 */
function turnOf({ start }: Interval, near: Instant | null): number {
  let mixed = start / START_STEP_MS + Math.imul((near ?? 0) / START_STEP_MS, 0x9e3779b1)
  for (const step of [0x45d9f3b, 0x45d9f3b]) mixed = Math.imul(mixed ^ (mixed >>> 16), step)
  return ((mixed ^ (mixed >>> 16)) >>> 1) + (start % HALF_HOUR_MS === 0 ? 0 : 2 ** 31)
}

const HALF_HOUR_MS = 30 * MINUTE

const PREFERRED = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 14 * 60, to: 17 * 60 },
]

/** The day number of a time in the executive's zone. */
export function dayOf({ executive }: Diary, { start }: Interval): number {
  return wallDayNumber(zoneAt(executive, 'executive', start), start)
}

function wallClockOf({ executive }: Diary, { start, end }: Interval) {
  const wall = start + offsetAt(zoneAt(executive, 'executive', start), start)
  const day = Math.floor(wall / DAY)
  const from = (wall - day * DAY) / MINUTE
  const to = from + (end - start) / MINUTE
  const part: DayPart = from < 12 * 60 ? 'morning' : 'afternoon'
  return { day, part, isPreferred: PREFERRED.some((hours) => hours.from <= from && to <= hours.to) }
}

/** A piece of the mentor's free time that is shorter is of little use to him. */
const USABLE_MS = HOUR

/**
 * Whether a slot breaks up the mentor's free time: it stands beside nothing, and there is something it could stand beside,
 * or it leaves a piece that is too short. Ask in time order: the search is linear.
 */
function splitter(diary: Diary, ignoring: SessionId | null): (slot: Interval) => boolean {
  const free = freeTimes(diary, 'mentor', ignoring)
  const taken = diary.mentor.busy.filter(({ sessionId }) => sessionId === null || sessionId !== ignoring)
  let at = 0
  return ({ start, end }) => {
    while ((free[at + 1] ?? Infinity) < end) at += 2
    const [from, to] = [free[at] ?? Infinity, free[at + 1] ?? 0]
    const [before, after] = [start - from, to - end]
    if (before < START_STEP_MS || after < START_STEP_MS) return false
    if (before < USABLE_MS || after < USABLE_MS) return true
    return taken.some((each) => each.end > from - USABLE_MS && each.start < to + USABLE_MS)
  }
}
