import type { Availability, DateException, WeeklyWindow } from '../people/person.ts'
import { dayNumber, dayText, weekdayNumber } from '../time/dates.ts'
import { addDays, startOfDay } from '../time/days.ts'
import { type Day, type Instant, type Interval, MINUTE, type Zone } from '../time/time.ts'
import { offsetAt, toWall, wallDayNumber } from '../time/zones.ts'
import { openIntervals } from './availability.ts'

/** What becomes of somebody's hours in a new zone: the same wall clock there, or the same instants. */
export const HOURS_MOVES = ['wall-clock', 'instants'] as const
export type HoursMove = (typeof HOURS_MOVES)[number]

/**
 * The hours in a new zone. With `instants` the week is shifted by the difference of the two zones now; where the clocks of
 * only one of them change, a shifted week is an hour off until the other follows. Dates that differ are exact.
 */
export function hoursInZone(hours: Availability, zone: Zone, move: HoursMove, now: Instant): Availability {
  if (move === 'wall-clock') return { ...hours, zone }
  const shift = (offsetAt(zone, now) - offsetAt(hours.zone, now)) / MINUTE
  const weekly = shiftedWeek(hours.weekly, shift)
  return { zone, weekly, exceptions: movedExceptions(hours, { zone, weekly, exceptions: [] }, now) }
}

const DAY_MINUTES = 24 * 60
const WEEK_MINUTES = 7 * DAY_MINUTES

/** Windows that cross midnight become two; those that touch become one. */
function shiftedWeek(weekly: readonly WeeklyWindow[], shift: number): readonly WeeklyWindow[] {
  const parts = weekly.flatMap(({ day, from, to }) => {
    const midnight = (day - 1) * DAY_MINUTES + shift
    return splitByDay(midnight + from, midnight + to)
  })
  const sorted = parts.toSorted((one, other) => one.day - other.day || one.from - other.from)
  return sorted.reduce<readonly WeeklyWindow[]>((merged, each) => {
    const last = merged.at(-1)
    return last?.day === each.day && last.to >= each.from
      ? [...merged.slice(0, -1), { ...last, to: Math.max(last.to, each.to) }]
      : [...merged, each]
  }, [])
}

/** Minutes since Monday 00:00, before and after the week too. */
function splitByDay(start: number, end: number): readonly WeeklyWindow[] {
  if (start >= end) return []
  const midnight = (Math.floor(start / DAY_MINUTES) + 1) * DAY_MINUTES
  const first = { start, end: Math.min(end, midnight) }
  const inWeek = ((first.start % WEEK_MINUTES) + WEEK_MINUTES) % WEEK_MINUTES
  const from = inWeek % DAY_MINUTES
  const window = { day: Math.floor(inWeek / DAY_MINUTES) + 1, from, to: from + first.end - first.start }
  return [window, ...splitByDay(first.end, end)]
}

/** Each day there that an exception touches gets the moments that were open; a day as in the week there needs none. */
function movedExceptions(before: Availability, after: Availability, now: Instant): readonly DateException[] {
  const today = wallDayNumber(after.zone, now)
  const touched = before.exceptions.flatMap(({ date }) => {
    const start = startOfDay(before.zone, date)
    const end = startOfDay(before.zone, addDays(date, 1))
    return [
      wallDayNumber(after.zone, start),
      wallDayNumber(after.zone, end) - 1,
      wallDayNumber(after.zone, end),
    ]
  })
  return [...new Set(touched)]
    .filter((day) => day >= today)
    .toSorted((one, other) => one - other)
    .flatMap((day) => exceptionsOn(dayText(day), before, after))
}

function exceptionsOn(date: Day, before: Availability, after: Availability): readonly DateException[] {
  const window = { start: startOfDay(after.zone, date), end: startOfDay(after.zone, addDays(date, 1)) }
  const open = openIntervals(before, window)
  const usual = openIntervals(after, window)
  if (JSON.stringify(open) === JSON.stringify(usual)) return []
  const rows = open.flatMap((each) => rowOf(date, each, window, after.zone))
  return rows.length > 0 ? rows : [{ date, from: null, to: null }]
}

function rowOf(date: Day, { start, end }: Interval, day: Interval, zone: Zone): readonly DateException[] {
  const from = toWall(zone, start).minutes
  const to = end === day.end ? DAY_MINUTES : toWall(zone, end).minutes
  return from < to ? [{ date, from, to }] : []
}

/** A first window as an example for a question: the weekday and the hours. */
export function exampleOf({ weekly, exceptions }: Availability): WeeklyWindow | null {
  const [first] = weekly.toSorted((one, other) => one.day - other.day || one.from - other.from)
  if (first) return first
  const dated = exceptions.find(({ from, to }) => from !== null && to !== null)
  return dated && dated.from !== null && dated.to !== null
    ? { day: weekdayNumber(dayNumber(dated.date)), from: dated.from, to: dated.to }
    : null
}
