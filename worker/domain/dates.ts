import type { Day } from './time.ts'

/** Days since 1970-01-01. Years are counted from March, so that the leap day comes last. */
export function dayNumber(day: Day): number {
  const month = digits(day, 5, 7)
  const year = digits(day, 0, 4) - (month > 2 ? 0 : 1)
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + digits(day, 8, 10)
  return 365 * year + leapDays + dayOfYear - 719_469
}

/** The inverse of `dayNumber`. */
export function dayText(number: number): Day {
  return new Date(number * 86_400_000).toISOString().slice(0, 10)
}

/** ISO: 1 is Monday, 7 is Sunday. 1970-01-01 was a Thursday. */
export function weekdayNumber(number: number): number {
  const sinceMonday = (number + 3) % 7
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1
}

function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at += 1) value = value * 10 + text.charCodeAt(at) - 48
  return value
}
