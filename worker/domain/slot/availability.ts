import type { Availability } from '../people/person.ts'
import { dayNumber, weekdayNumber } from '../time/dates.ts'
import { append, intervalsOf } from '../time/spans.ts'
import { DAY, MINUTE } from '../time/time.ts'
import type { Interval, WallMinutes } from '../time/time.ts'
import { stretches } from '../time/zones.ts'

/**
 * The times of the window that are open by the wall clock: sorted, merged, clipped. An hour that the clocks skip is
 * never open; one that they repeat is open twice.
 */
export function openIntervals(availability: Availability, window: Interval): Interval[] {
  return intervalsOf(openSpans(availability, window))
}

/** The same as numbers. */
export function openSpans(availability: Availability, window: Interval): number[] {
  const hoursOn = timetable(availability)
  const open: number[] = []
  for (const { start, end, offset } of stretches(availability.zone, window)) {
    const lastDay = Math.floor((end - 1 + offset) / DAY)
    for (let day = Math.floor((start + offset) / DAY); day <= lastDay; day += 1) {
      const midnight = day * DAY - offset
      for (const { from, to } of hoursOn(day))
        append(open, Math.max(start, midnight + from * MINUTE), Math.min(end, midnight + to * MINUTE))
    }
  }
  return open
}

type Hours = { readonly from: WallMinutes; readonly to: WallMinutes }

const CLOSED: readonly Hours[] = []

/** The hours of a day: those of its date, if it has exceptions, else those of its weekday. */
function timetable({ weekly, exceptions }: Availability): (day: number) => readonly Hours[] {
  const byWeekday = Map.groupBy(weekly.toSorted(byStart), ({ day }) => day)
  const byDate = new Map<number, Hours[]>()
  for (const { date, from, to } of exceptions.toSorted(byStart)) {
    const hours = byDate.get(dayNumber(date)) ?? []
    if (from !== null && to !== null) hours.push({ from, to })
    byDate.set(dayNumber(date), hours)
  }
  return (day) => byDate.get(day) ?? byWeekday.get(weekdayNumber(day)) ?? CLOSED
}

function byStart(one: { readonly from: number | null }, other: { readonly from: number | null }): number {
  return (one.from ?? 0) - (other.from ?? 0)
}
