import { addDays, startOfDay } from '../time/days.ts'
import { after, type Day, earliest, type Instant, type Interval, latest, overlaps } from '../time/time.ts'
import { toWall } from '../time/zones.ts'
import type { Diary } from './diary.ts'
import { zoneAt } from './hours.ts'
import { latestStart } from './judge.ts'
import { findOptions, type OptionSearch } from './options.ts'
import { findSlots } from './search.ts'

/** Free times of both in one week, for whoever answers. A choice among them says no more of a diary than an offer does. */
export type FreeWeek = {
  readonly times: readonly Interval[]
  /** The first day of the next week with a free time; null: there is none, or no more are shown. */
  readonly laterFrom: Day | null
}

export const NO_FREE_WEEK: FreeWeek = { times: [], laterFrom: null }

/** Enough to find one that suits, and too few to read a diary from. */
const MOST_TIMES = 12
const WEEK_DAYS = 7

export type FreeWeekSearch = Pick<OptionSearch, 'minutes' | 'ignoring'> & {
  readonly avoid: readonly Interval[]
  /** No time before the one, and no week that begins after the other. */
  readonly from: Instant
  readonly until: Instant
}

/** The best times of the seven days that begin with the first free time, in order of time. The judge is that of offers. */
export function freeWeek(diary: Diary, { from, until, avoid, ...search }: FreeWeekSearch): FreeWeek {
  const window = {
    start: latest(from, diary.now),
    end: after(latestStart(diary), 1),
  }
  const free = findSlots(diary, { ...search, ignoring: search.ignoring ?? null, window }).filter(
    (slot) => !avoid.some((each) => overlaps(each, slot)),
  )
  const [first] = free
  if (!first || first.start >= until) return NO_FREE_WEEK

  const zone = zoneAt(diary.executive, 'executive', first.start)
  const end = startOfDay(zone, addDays(toWall(zone, first.start).day, WEEK_DAYS))
  const week = { start: first.start, end: earliest(end, window.end) }
  const found = findOptions(diary, { ...search, window: week, avoid, count: MOST_TIMES })
  const next = free.find(({ start }) => start >= end && start < until)
  return {
    times: found.map(({ reasons: _, ...time }) => time).toSorted((one, other) => one.start - other.start),
    laterFrom: next ? toWall(zone, next.start).day : null,
  }
}
