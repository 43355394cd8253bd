import type { Day } from './time.ts'

/** Days since 1970-01-01. Years are counted from March, so that the leap day comes last. */
export function dayNumber(day: Day): number {
  const month = digits(day, 5, 7)
  const year = digits(day, 0, 4) - (month > 2 ? 0 : 1)
  return firstOfMarch(year) + daysBefore((month + 9) % 12) + digits(day, 8, 10) - 1
}

/** The inverse of `dayNumber`. */
export function dayText(number: number): Day {
  const year = marchYearOf(number)
  const dayOfYear = number - firstOfMarch(year)
  const sinceMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = sinceMarch < 10 ? sinceMarch + 3 : sinceMarch - 9
  const day = dayOfYear - daysBefore(sinceMarch) + 1
  return `${String(month > 2 ? year : year + 1).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** ISO: 1 is Monday, 7 is Sunday. 1970-01-01 was a Thursday. */
export function weekdayNumber(number: number): number {
  const sinceMonday = (number + 3) % 7
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1
}

/** The year whose March begins the twelve months of that day. The mean year gives a guess, at most one off. */
function marchYearOf(number: number): number {
  const guess = Math.floor((number - firstOfMarch(0)) / 365.2425)
  if (firstOfMarch(guess) > number) return guess - 1
  return firstOfMarch(guess + 1) > number ? guess : guess + 1
}

function firstOfMarch(year: number): number {
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return 365 * year + leapDays - 719_468
}

/** Days from 1 March to the first of the month, `month` months later. */
function daysBefore(month: number): number {
  return Math.floor((153 * month + 2) / 5)
}

function two(part: number): string {
  return part < 10 ? `0${part}` : String(part)
}

function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at += 1) value = value * 10 + text.charCodeAt(at) - 48
  return value
}
