import { addDays, startOfDay, weekdayOf } from '../time/days.ts'
import {
  after,
  type Day,
  earliest,
  type Instant,
  type Interval,
  latest,
  MINUTE,
  type Zone,
} from '../time/time.ts'
import { toWall } from '../time/zones.ts'
import type { DayPart } from './ranking.ts'

/** Where a human asks to look: a time lies between the two moments, in that half of the day. Null: wherever. */
export type Within = {
  readonly from: Instant | null
  readonly to: Instant | null
  readonly part: DayPart | null
}

export const ANYWHERE: Within = { from: null, to: null, part: null }

/** The same in days of the executive's calendar, both included. */
export type DaysWithin = {
  readonly from: Day | null
  readonly to: Day | null
  readonly part: DayPart | null
}

export function withinDays(zone: Zone, { from, to, part }: DaysWithin): Within {
  return {
    from: from === null ? null : startOfDay(zone, from),
    to: to === null ? null : startOfDay(zone, addDays(to, 1)),
    part,
  }
}

/** The starts in a window that lie within; a time may end exactly at `to`. It may be empty. */
export function windowWithin({ from, to }: Within, { start, end }: Interval, minutes: number): Interval {
  return {
    start: from === null ? start : latest(start, from),
    end: to === null ? end : earliest(end, after(to, 1 - minutes * MINUTE)),
  }
}

/** A week and a part of it, as one says it: “early the week after”. This week is 0. */
export const WEEKS = [0, 1, 2, 3] as const
export const WEEK_PARTS = ['all', 'early', 'late', 'mornings', 'afternoons'] as const
export type Week = (typeof WEEKS)[number]
export type WeekPart = (typeof WEEK_PARTS)[number]

/** The first and last weekday of each part, Monday is 1: a working week. */
const WEEKDAYS_OF: Readonly<Record<WeekPart, readonly [number, number]>> = {
  all: [1, 5],
  early: [1, 2],
  late: [4, 5],
  mornings: [1, 5],
  afternoons: [1, 5],
}

export function daysOfWeek(zone: Zone, now: Instant, week: Week, part: WeekPart): DaysWithin {
  const today = toWall(zone, now).day
  const monday = addDays(today, 1 - weekdayOf(today) + 7 * week)
  const [first, last] = WEEKDAYS_OF[part]
  return {
    from: addDays(monday, first - 1),
    to: addDays(monday, last - 1),
    part: part === 'mornings' ? 'morning' : part === 'afternoons' ? 'afternoon' : null,
  }
}
