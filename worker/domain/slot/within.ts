import { addDays, startOfDay, weekdayOf } from '../time/days.ts'
import { after, earliest, type Instant, type Interval, latest, MINUTE, type Zone } from '../time/time.ts'
import { toWall } from '../time/zones.ts'
import type { DayPart } from './ranking.ts'

/** Where a human asks to look: a time lies between the two moments, in that half of the day. Null: wherever. */
export type Within = {
  readonly from: Instant | null
  readonly to: Instant | null
  readonly part: DayPart | null
}

export const ANYWHERE: Within = { from: null, to: null, part: null }

/** The starts in a window that lie within; a time may end exactly at `to`. It may be empty. */
export function windowWithin({ from, to }: Within, { start, end }: Interval, minutes: number): Interval {
  return {
    start: from === null ? start : latest(start, from),
    end: to === null ? end : earliest(end, after(to, 1 - minutes * MINUTE)),
  }
}

/** A week and a part of it, as one says it: “early the week after”. */
export const WEEKS_AHEAD = 3
export const WEEK_PARTS = ['all', 'early', 'late', 'mornings', 'afternoons'] as const
export type WeekPart = (typeof WEEK_PARTS)[number]

/** The first and last weekday of each part, Monday is 1: a working week. */
const DAYS_OF: Readonly<Record<WeekPart, readonly [number, number]>> = {
  all: [1, 5],
  early: [1, 2],
  late: [4, 5],
  mornings: [1, 5],
  afternoons: [1, 5],
}

/** The days of a part of this week (0) or of one of the next, in the executive's zone. */
export function withinWeek(zone: Zone, now: Instant, week: number, part: WeekPart): Within {
  const today = toWall(zone, now).day
  const monday = addDays(today, 1 - weekdayOf(today) + 7 * week)
  const [first, last] = DAYS_OF[part]
  return {
    from: startOfDay(zone, addDays(monday, first - 1)),
    to: startOfDay(zone, addDays(monday, last)),
    part: part === 'mornings' ? 'morning' : part === 'afternoons' ? 'afternoon' : null,
  }
}
