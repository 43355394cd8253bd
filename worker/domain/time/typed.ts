import type { Locale } from '../people/person.ts'
import { dayNumber, dayText } from './dates.ts'
import { isDay, weekdayOf } from './days.ts'
import type { Day, WallMinutes } from './time.ts'

/** Where a text field stands in place of a date field: the reader's language, and today by the reader's clock. */
export type TypedBy = { readonly locale: Locale; readonly today: Day }

/**
 * A day as a form sends it, or as our pages write it: `2026-11-29`, “Sunday 29 November 2026”, “Nov 29, 2026”, “29/11/2026”,
 * “4 mars” (the next one). Null for what can be read in two ways, such as 03/04/2027 in English.
 */
export function readDay(text: string, by: TypedBy): Day | null {
  const typed = tidy(text)
  if (/^\d{4}-/.test(typed)) return isDay(typed) ? typed : null
  return readNumbers(typed, by.locale) ?? readWords(typed, by.today)
}

/** A time as a form sends it, or as people write it: `14:30`, “14h30”, “14 h”, “2:30 pm”, up to 24:00. */
export function readTime(text: string): WallMinutes | null {
  const typed = tidy(text)
  const half = /^(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m\.?$/.exec(typed)
  if (half) return halfDay(Number(half[1]), Number(half[2] ?? 0), half[3] === 'p')
  const whole = /^(\d{1,2})(?::(\d\d)(?::00(?:\.0+)?)?|\.(\d\d)| ?h ?(\d\d)?)$/.exec(typed)
  return whole && wholeDay(Number(whole[1]), Number(whole[2] ?? whole[3] ?? whole[4] ?? 0))
}

function halfDay(hour: number, minute: number, isAfternoon: boolean): WallMinutes | null {
  if (hour < 1 || hour > 12) return null
  return wholeDay((hour % 12) + (isAfternoon ? 12 : 0), minute)
}

function wholeDay(hour: number, minute: number): WallMinutes | null {
  const minutes = hour * 60 + minute
  return minute < 60 && minutes <= 1440 ? minutes : null
}

/** Day first in French; elsewhere only what is a day in one order alone. */
function readNumbers(typed: string, locale: Locale): Day | null {
  const [, one, other, year] =
    /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(typed)?.filter((_, at) => at !== 2) ?? []
  if (one === undefined || other === undefined || year === undefined) return null
  const dayFirst = dayOf(Number(year), Number(other), Number(one))
  const monthFirst = dayOf(Number(year), Number(one), Number(other))
  if (locale === 'fr' && dayFirst) return dayFirst
  return dayFirst && monthFirst && dayFirst !== monthFirst ? null : (dayFirst ?? monthFirst)
}

/** With the name of the month. A weekday beside it has to be right. */
function readWords(typed: string, today: Day): Day | null {
  const { weekday, rest } = withoutWeekday(typed)
  const [, first, last, year] = /^(?:(\S+) (\S+?))(?: (\d{4}))?$/.exec(rest) ?? []
  if (first === undefined || last === undefined) return null
  const [date, month] =
    dateIn(first) === null ? [dateIn(last), monthIn(first)] : [dateIn(first), monthIn(last)]
  if (date === null || month === null) return null
  const day = year === undefined ? nextOf(month, date, today) : dayOf(Number(year), month, date)
  return day !== null && (weekday === null || weekdayOf(day) === weekday) ? day : null
}

/** The next such day, today included; 29 February can be some years ahead. */
function nextOf(month: number, date: number, today: Day): Day | null {
  const years = Array.from({ length: 9 }, (_, ahead) => Number(today.slice(0, 4)) + ahead)
  return years.map((year) => dayOf(year, month, date)).find((day) => day !== null && day >= today) ?? null
}

function withoutWeekday(typed: string): { readonly weekday: number | null; readonly rest: string } {
  const [word = '', ...rest] = typed.split(' ')
  const weekday = found(WEEKDAYS, word, 2)
  return weekday === null
    ? { weekday, rest: typed }
    : { weekday, rest: rest.join(' ').replace(/^(?:le|the) /, '') }
}

/** The weekday of a word, in the plural too: “Mondays”, “lundis”. Null: it is none. */
export function readWeekday(word: string): number | null {
  return found(WEEKDAYS, tidy(word).replace(/s$/, ''), 3)
}

/** “29”, “1er”, “29th” */
function dateIn(word: string): number | null {
  const [, digits] = /^(\d{1,2})(?:er|st|nd|rd|th)?$/.exec(word) ?? []
  return digits === undefined ? null : Number(digits)
}

function monthIn(word: string): number | null {
  return found(MONTHS, word, 3)
}

/** The place of the one name that begins so, counted from 1; of “jui” there are two in French. */
function found(names: readonly (readonly string[])[], word: string, least: number): number | null {
  const at = names.flatMap((each, index) =>
    word.length >= least && each.some((name) => name.startsWith(word)) ? [index + 1] : [],
  )
  return at.length === 1 ? (at[0] ?? null) : null
}

const MONTHS = [
  ['january', 'janvier'],
  ['february', 'fevrier'],
  ['march', 'mars'],
  ['april', 'avril'],
  ['may', 'mai'],
  ['june', 'juin'],
  ['july', 'juillet'],
  ['august', 'aout'],
  ['september', 'septembre'],
  ['october', 'octobre'],
  ['november', 'novembre'],
  ['december', 'decembre'],
]
const WEEKDAYS = [
  ['monday', 'lundi'],
  ['tuesday', 'mardi'],
  ['wednesday', 'mercredi'],
  ['thursday', 'jeudi'],
  ['friday', 'vendredi'],
  ['saturday', 'samedi'],
  ['sunday', 'dimanche'],
]

function dayOf(year: number, month: number, date: number): Day | null {
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${year}-${two(month)}-${two(date)}`
  return isDay(day) && dayText(dayNumber(day)) === day ? day : null
}

/** Lower case without accents, one kind of space, and no dots or commas after words. */
function tidy(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?<=\p{L})\.(?=\s|$|,)/gu, '')
    .replace(/(?<=[\p{L}\d]),(?=\s|$)/gu, '')
    .replace(/(?<=\s|^)(?:le|of|on)(?=\s)/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
