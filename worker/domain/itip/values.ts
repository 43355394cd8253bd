import { normalAddress } from '../people/address.ts'
import { DAY } from '../time/time.ts'
import { daysInMonth, fromCivil } from './civil.ts'

/** A date or date-time as written (RFC 5545 §3.3.4, §3.3.5). `wall` is in milliseconds as if the zone were UTC. */
export type Written = { readonly wall: number; readonly form: 'utc' | 'local' | 'date' }

const DATE_TIME = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?\s*(Z?)T?)?$/i
const DURATION =
  /^([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/i

/** Null for an invalid date or time, and for a year before 1600 or after 2200. */
export function readWritten(text: string): Written | null {
  const match = DATE_TIME.exec(text.trim())
  if (!match) return null
  const [, year, month, date, hour, minute, second = '0', zulu] = match
  const day = dayOf(Number(year), Number(month), Number(date))
  if (day === null) return null
  const wall = day * DAY
  if (hour === undefined) return { wall, form: 'date' }

  const [hours, minutes, seconds] = [Number(hour), Number(minute), Math.min(Number(second), 59)]
  if (hours > 24 || minutes > 59 || Number(second) > 60) return null
  return { wall: wall + (hours * 3600 + minutes * 60 + seconds) * 1000, form: zulu ? 'utc' : 'local' }
}

function dayOf(year: number, month: number, date: number): number | null {
  if (year < 1600 || year > 2200 || month < 1 || month > 12) return null
  return date >= 1 && date <= daysInMonth(year, month) ? fromCivil(year, month, date) : null
}

/** Nominal days and exact milliseconds (RFC 5545 §3.3.6). */
export type Duration = { readonly days: number; readonly exact: number }

export function readDuration(text: string): Duration | null {
  const match = DURATION.exec(text.trim())
  if (!match || /[PT]$/i.test(text.trim())) return null
  const [, sign, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
  const factor = sign === '-' ? -1 : 1
  const exact = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
  return { days: factor * (Number(weeks) * 7 + Number(days)), exact: factor * exact }
}

/** Milliseconds east of UTC, from `+0530` or `-033000` (RFC 5545 §3.3.14), or WebEx's `-700`. */
export function readOffset(text: string): number | null {
  const match = /^([+-])(\d{1,2}):?(\d\d)(?::?(\d\d))?$/.exec(text.trim())
  if (!match) return null
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0)
  return seconds > 24 * 3600 ? null : (match[1] === '-' ? -seconds : seconds) * 1000
}

/** `bob@x.example` in lower case, from the value of an ATTENDEE; null if it is no address. */
export function readAddress(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/s, '')
  const address = unescaped(bare)
    .replace(/^[\s<'"]+/, '')
    .trim()
    .replace(/[>'";,]{1,4}$/, '')
    .toLowerCase()
  return /^[^\s@<>,;:"]{1,128}@[^\s@<>,;:"]{1,255}$/.test(address) ? normalAddress(address) : null
}

/** RFC 6068 §2: an address in a URI is percent-encoded. One that only looks so stays. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text.replace(/%40/gi, '@')
  }
}
