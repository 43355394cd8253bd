import { dayNumber, dayText, weekdayNumber } from './dates.ts'
import type { Day, Instant, WallMinutes, Zone } from './time.ts'
import { toInstant, toWall, wallDayNumber } from './zones.ts'

/** Whether the text is a real day: `2027-02-29` is none. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayText(dayNumber(text)) === text
}

export function addDays(day: Day, count: number): Day {
  return dayText(dayNumber(day) + count)
}

/** Days from the first to the second: 1 to the next day. */
export function daysBetween(one: Day, other: Day): number {
  return dayNumber(other) - dayNumber(one)
}

/** ISO: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return weekdayNumber(dayNumber(day))
}

/** The day's first moment: midnight, or later if the clocks skip midnight. */
export function startOfDay(zone: Zone, day: Day): Instant {
  return toInstant(zone, day, 0)
}

/** Midnight at the end of the `count`-th working day (Monday to Friday) after the day of `from`. */
export function endOfWorkingDay(zone: Zone, from: Instant, count: number): Instant {
  let number = wallDayNumber(zone, from)
  for (let left = count; left > 0;) {
    number += 1
    if (weekdayNumber(number) <= 5) left -= 1
  }
  return startOfDay(zone, dayText(number + 1))
}

/** `09:00`, up to `24:00`; null for anything else. */
export function parseWallTime(text: string): WallMinutes | null {
  const match = /^(\d{2}):(\d{2})$/.exec(text)
  if (!match) return null
  const hours = Number(match[1])
  const minutes = Number(match[2])
  const total = hours * 60 + minutes
  return minutes < 60 && total <= 1440 ? total : null
}

export function formatWallTime(minutes: WallMinutes): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** `2027-03-22T10:00`: the wall clock without its zone. */
export function wallText(zone: Zone, moment: Instant): string {
  const { day, minutes } = toWall(zone, moment)
  return `${day}T${formatWallTime(minutes)}`
}
