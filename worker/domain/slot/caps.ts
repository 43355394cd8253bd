import type { SessionId } from '../ids.ts'
import { dayText, weekdayNumber } from '../time/dates.ts'
import { startOfDay } from '../time/days.ts'
import type { Instant, Interval } from '../time/time.ts'
import { wallDayNumber } from '../time/zones.ts'
import { isSession, takesTime } from './buffers.ts'
import type { PersonDiary } from './diary.ts'

/**
 * The days in the person's zone on which no further session may start, as far as they touch the window: starts and
 * ends, unsorted. The whole window if the cap is below one.
 */
export function fullDays(person: PersonDiary, window: Interval, ignoring: SessionId | null): number[] {
  return fullPeriods(person, { most: person.rules.perDay, days: 1, firstDay: (day) => day }, window, ignoring)
}

/** The same for ISO weeks, Monday to Sunday. */
export function fullWeeks(person: PersonDiary, window: Interval, ignoring: SessionId | null): number[] {
  return fullPeriods(person, { most: person.rules.perWeek, days: 7, firstDay: mondayOf }, window, ignoring)
}

/** A person's day or week, by the number of its first day, and how many more sessions fit in. */
export type Room = { readonly first: number; readonly left: number }

/** The room in the day and in the week of a moment; null without a cap. */
export function roomOf(
  person: PersonDiary,
): Readonly<Record<'day' | 'week', ((moment: Instant) => Room) | null>> {
  const { perDay, perWeek } = person.rules
  return {
    day: perDay === undefined ? null : roomIn(person, perDay, (day) => day),
    week: perWeek === undefined ? null : roomIn(person, perWeek, mondayOf),
  }
}

function roomIn(
  person: PersonDiary,
  most: number,
  firstDay: (day: number) => number,
): (moment: Instant) => Room {
  const { zone } = person.availability
  const periods = sessionsBy(person, firstDay, null)
  return (moment) => {
    const first = firstDay(wallDayNumber(zone, moment))
    return { first, left: Math.max(0, most - countSessions(periods.get(first) ?? [])) }
  }
}

function mondayOf(day: number): number {
  return day - weekdayNumber(day) + 1
}

type Cap = {
  readonly most: number | undefined
  readonly days: number
  /** The first day of the period that contains a day; both are day numbers. */
  readonly firstDay: (day: number) => number
}

function fullPeriods(
  person: PersonDiary,
  { most, days, firstDay }: Cap,
  window: Interval,
  ignoring: SessionId | null,
): number[] {
  if (most === undefined) return []
  if (most < 1) return [window.start, window.end]

  const { zone } = person.availability
  const periods = sessionsBy(person, firstDay, ignoring)
  const full: number[] = []
  for (const [first, taken] of periods) {
    const start = startOfDay(zone, dayText(first))
    const end = startOfDay(zone, dayText(first + days))
    if (countSessions(taken) >= most && start < window.end && window.start < end) full.push(start, end)
  }
  return full
}

/** The person's sessions, grouped by the first day of their period. */
function sessionsBy(person: PersonDiary, firstDay: Cap['firstDay'], ignoring: SessionId | null) {
  const { zone } = person.availability
  const sessions = person.busy.filter((each) => isSession(each) && takesTime(each, ignoring))
  return Map.groupBy(sessions, ({ start }) => firstDay(wallDayNumber(zone, start)))
}

/** All holds of one session count as one, because only one of them will take place. */
function countSessions(taken: readonly { readonly sessionId: SessionId | null }[]): number {
  const unnamed = taken.filter(({ sessionId }) => sessionId === null).length
  const named = new Set(taken.map(({ sessionId }) => sessionId))
  return unnamed === 0 ? named.size : unnamed + named.size - 1
}
