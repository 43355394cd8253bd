import type { Locale } from '../people/person.ts'
import { addDays, isDay, weekdayOf } from '../time/days.ts'
import type { Day } from '../time/time.ts'

/** What a date in a mail is read by: the writer's day when it came in, and his language. */
export type ReadingContext = { readonly today: Day; readonly locale: Locale }

/** The next day of that number, from today on; with a month, the next such date. Null if there is none in eight years. */
export function nextDay(day: number, month: number | null, today: Day): Day | null {
  const [year = 0, thisMonth = 1] = today.split('-').map(Number)
  for (let ahead = 0; ahead < 97; ahead += 1) {
    const count = thisMonth - 1 + ahead
    const found = dayOf(year + Math.floor(count / 12), (count % 12) + 1, day)
    if ((month === null || month === (count % 12) + 1) && isDay(found) && found >= today) return found
  }
  return null
}

export function dayOf(year: number, month: number, day: number): Day {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** Whether no weekday in these words contradicts the day. */
export function weekdaysAgree(words: string, day: Day): boolean {
  const weekday = weekdayOf(day)
  return [...words.matchAll(WEEKDAY)].every(([name]) => WEEKDAYS.get(name) === weekday)
}

const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [
    ['monday', 'lundi'],
    ['tuesday', 'mardi'],
    ['wednesday', 'mercredi'],
    ['thursday', 'jeudi'],
    ['friday', 'vendredi'],
    ['saturday', 'samedi'],
    ['sunday', 'dimanche'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)
const NAMES = [...WEEKDAYS.keys()].join('|')
const WEEKDAY = new RegExp(`\\b(?:${NAMES})\\b`, 'g')

/** Months in both languages, whole or short. */
export const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|janv|fevr?|avr|juil'

/**
 * The sentence with the days that the library misreads as whole dates: “le 9”, “Thursday the 4th”, “4/3”, “tomorrow”. Null
 * if a date can be meant in two ways.
 */
export function withWholeDays(sentence: string, { today, locale }: ReadingContext): string | null {
  let isUnsure = false
  const order = locale === 'fr' || FRENCH.test(sentence) ? 'day-month' : 'unknown'
  const numeric = sentence.replace(NUMERIC, (whole: string, one: string, other: string, year?: string) => {
    const found = numericDay([Number(one), Number(other)], year, order, today)
    if (found === null) isUnsure = true
    return found ?? whole
  })
  if (isUnsure) return null
  return numeric
    .replace(/\b(?:the )?day after tomorrow\b|\bapres[- ]demain\b/g, addDays(today, 2))
    .replace(/\b(?:tomorrow|demain)\b/g, addDays(today, 1))
    .replace(/\b(?:today|aujourd'hui)\b/g, today)
    .replace(OF_MONTH, (whole: string, before: string, french?: string, english?: string) => {
      const found = nextDay(Number(french ?? english), null, today)
      return found === null ? whole : `${before}${found}`
    })
}

/** Words that only a French sentence has beside a date. */
const FRENCH = /(?:^|[ ,(])(?:le|a|vers|pour|du|au|plutot|et)\s+\d|\d\s?h\b|\d+\s+a\s+\d/

const NUMERIC = /(?<![\d/.:-])(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?(?![\d/:h]|\.\d)/g

/** “25/3” is certain in any language, “4/3” only where the order is. */
function numericDay(
  [one, other]: readonly [number, number],
  year: string | undefined,
  order: 'day-month' | 'unknown',
  today: Day,
): Day | null {
  const isDayFirst = order === 'day-month' || one > 12 || one === other
  if (!isDayFirst && other <= 12) return null
  const [day, month] = isDayFirst ? [one, other] : [other, one]
  if (month < 1 || month > 12 || day < 1) return null
  if (year === undefined) return nextDay(day, month, today)
  const whole = dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, day)
  return isDay(whole) ? whole : null
}

/** A day without its month: “le 9”, “jeudi 4”, “the 9th”, “Thursday 4”. */
const OF_MONTH = new RegExp(
  `((?:\\b(?:${NAMES}),? (?:the |le )?)|\\b(?:le|au|the) )(?:(\\d{1,2})(?:er)?|(\\d{1,2})(?:st|nd|rd|th))(?![\\w%]|[:/.-]\\d| ?(?:h|am|pm|min)\\b| (?:of )?(?:${MONTHS})\\b| (?:session|one|option|time|half|week|meeting|floor|quarter|round|slot|year)s?\\b)`,
  'g',
)
