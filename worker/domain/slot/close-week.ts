import type { Availability } from '../people/person.ts'
import { addDays, weekdayOf } from '../time/days.ts'
import type { Day } from '../time/time.ts'

/** “Not that week”: closes the week of `day`, also where it had hours; other days stay. */
export function withClosedWeek(hours: Availability, day: Day): Availability {
  const monday = addDays(day, 1 - weekdayOf(day))
  const week = Array.from({ length: 7 }, (_, index) => addDays(monday, index))
  const others = hours.exceptions.filter(({ date }) => !week.includes(date))
  const exceptions = [...others, ...week.map((date) => ({ date, from: null, to: null }))]
  return { ...hours, exceptions: exceptions.toSorted((one, other) => (one.date < other.date ? -1 : 1)) }
}
