import { daysBetween } from '../time/days.ts'
import type { Day, WallMinutes, Zone } from '../time/time.ts'
import { readDay, readTime, readWeekday, type TypedBy } from '../time/typed.ts'
import type { WeeklyWindow } from './person.ts'
import type { TimeRule } from './time-rule.ts'

/** What a line says, or what in it could not be read. */
export type SaidTimeRule = TimeRule | { readonly kind: 'no-such-place'; readonly place: string } | null

type Reading = { readonly by: TypedBy; readonly zoneOf: (place: string) => Zone | null }

/** “In New York 3–9 March”, “never Mondays before 10”, in English or French; null: neither. */
export function readTimeRule(text: string, { by, zoneOf }: Reading): SaidTimeRule {
  const line = text
    .normalize('NFC')
    .replaceAll(/[“”«»"]/g, ' ')
    .replaceAll(/[–—]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const never = /^(?:never|not|jamais|pas)(?: on| le| les)? (.+)$/i.exec(line)
  return never ? readNever(never[1] ?? '') : readTrip(line, { by, zoneOf })
}

const DAY_END: WallMinutes = 1440
const NOON: WallMinutes = 720

/** Weekdays, then which part of them, or the part first; without one, all day. */
function readNever(said: string): TimeRule | null {
  const words = daysFirst(said.toLowerCase())
  const isJoint = (word: string) => ['and', 'or', 'et', 'ou', 'le', 'les', '&'].includes(word)
  const isDayWord = (word: string) => isJoint(word) || readWeekday(word) !== null
  const rest = words.findIndex((word) => !isDayWord(word))
  const days = words.slice(0, rest < 0 ? words.length : rest).flatMap((word) => readWeekday(word) ?? [])
  const part = rest < 0 ? { from: 0, to: DAY_END } : readPart(words.slice(rest).join(' '))
  if (days.length === 0 || !part || part.from >= part.to) return null
  const windows = [...new Set(days)].map((day): WeeklyWindow => ({ day, ...part }))
  return { kind: 'never', windows }
}

/** “Before 10 on Mondays”, said as “Mondays before 10”. */
function daysFirst(said: string): readonly string[] {
  const [, part = '', days = said] = /^(\D*\d.*?) (?:on |le |les )(\D+)$/.exec(said) ?? []
  return [...days.split(/[ ,]+/), ...part.split(/[ ,]+/)].filter((word) => word !== '')
}

type Part = Pick<WeeklyWindow, 'from' | 'to'>

function readPart(said: string): Part | null {
  if (/^(?:in the )?mornings?$|^(?:le |au )?matin$/.test(said)) return { from: 0, to: NOON }
  if (/^(?:in the )?afternoons?$|^(?:l['’])?(?:apres|après)-midi$/.test(said))
    return { from: NOON, to: DAY_END }
  const before = /^(?:before|avant|until|jusqu['’]a|jusqu['’]à) (.+)$/.exec(said)
  if (before) return partOf(0, hourIn(before[1]))
  const between = /^(?:between |from |entre |de )?(.+?) ?(?:-| and | to | et | a | à ) ?(.+)$/.exec(said)
  const part = between && partOf(hourIn(between[1]), hourIn(between[2]))
  if (part) return part
  const after = /^(?:after|from|apres|après|des|dès|a partir de|à partir de) (.+)$/.exec(said)
  return after ? partOf(hourIn(after[1]), DAY_END) : null
}

function hourIn(said = ''): WallMinutes | null {
  if (/^(?:noon|midi)$/.test(said)) return NOON
  return readTime(/^\d{1,2}$/.test(said) ? `${said}:00` : said)
}

function partOf(from: WallMinutes | null, to: WallMinutes | null): Part | null {
  return from === null || to === null ? null : { from, to }
}

/** The place, then one day or two. */
function readTrip(line: string, { by, zoneOf }: Reading): SaidTimeRule {
  const found = daysAtEnd(line, by)
  if (!found) return null
  const place = found.rest
    .replace(/ (?:from|du|the|le|on)(?: the)?$/i, '')
    .replace(/^(?:in|at|à|a|au|aux|en) /i, '')
    .replace(/[ ,:]+$/, '')
  if (place === '') return null
  const zone = zoneOf(place)
  if (zone === null) return { kind: 'no-such-place', place }
  return { kind: 'trip', trip: { zone, from: found.from, to: found.to } }
}

type DaysAtEnd = { readonly rest: string; readonly from: Day; readonly to: Day }

/** No hyphen of `2027-03-09`, and none inside a name such as Aix-en-Provence. */
const BETWEEN =
  /^(.*\S)(?: ?(?<!\d{4}|\d{4}-\d\d)-(?!\p{L})| -| (?:to|until|till|au|jusqu['’]au)(?= )) ?(.*\S)$/iu

function daysAtEnd(line: string, by: TypedBy): DaysAtEnd | null {
  const [, left = '', right = ''] = BETWEEN.exec(line) ?? []
  return (left && right ? twoDays(left, right, by) : null) ?? oneDay(line, by)
}

function oneDay(line: string, by: TypedBy): DaysAtEnd | null {
  const found = lastDay(line, (words) => readDay(words, by))
  return found && { rest: found.rest, from: found.day, to: found.day }
}

/** What one of the two leaves out, the other says: “3–9 March 2027”, “March 3–9”. */
function twoDays(left: string, right: string, by: TypedBy): DaysAtEnd | null {
  const [, monthBefore = ''] = /(\p{L}+) \d{1,2}\p{L}{0,2}$/u.exec(left) ?? []
  const to = readDay(right, by) ?? (monthBefore ? readDay(`${monthBefore} ${right}`, by) : null)
  if (to === null) return null
  const afterDate = right.replace(/^\d{1,2}\p{L}{0,2} ?/u, '')
  const year = / \d{4}$/.exec(right)?.[0] ?? ''
  const first = lastDay(
    left,
    (words) =>
      (year ? readDay(`${words}${year}`, by) : null) ??
      readDay(words, by) ??
      (/^\d{1,2}\p{L}{0,2}$/u.test(words) ? readDay(`${words} ${afterDate}`, by) : null),
  )
  if (!first) return null
  const from = first.day <= to ? first.day : yearBefore(first.day)
  const isTrip = from <= to && daysBetween(from, to) <= MOST_DAYS
  return isTrip ? { rest: first.rest, from, to } : null
}

/** Nobody says half a year in one line: “9–3 March” is a slip. */
const MOST_DAYS = 180

/** Somebody who is away already says “3–9 March” on the fifth. */
function yearBefore(day: Day): Day {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
}

/** The day in the last one to four words, as many as belong to it. */
function lastDay(line: string, read: (words: string) => Day | null) {
  const words = line.split(' ')
  for (let count = Math.min(4, words.length); count > 0; count -= 1) {
    const day = read(words.slice(-count).join(' '))
    if (day !== null) return { day, rest: words.slice(0, -count).join(' ') }
  }
  return null
}
