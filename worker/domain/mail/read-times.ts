import type { ParsedResult } from 'chrono-node'
import { strict as english } from 'chrono-node/en'
import { strict as french } from 'chrono-node/fr'

import { isDay } from '../time/days.ts'
import type { Day, WallMinutes } from '../time/time.ts'
import { dayOf, MONTHS, nextDay, type ReadingContext, weekdaysAgree, withWholeDays } from './spoken-days.ts'
import { hasUncertainHour, withWholeHours } from './spoken-hours.ts'

export type SpokenTime = { readonly day: Day; readonly minutes: WallMinutes }

/** `unsure`: there are several times, or one that may mean two. Then the whole mail suggests none. */
export type TimeRead = SpokenTime | 'unsure' | null

/**
 * The one certain day with its one certain hour in a sentence without accents and in lower case. Of the library the known
 * parts are taken, never its moment, which is full of guesses.
 */
export function timeIn(sentence: string, context: ReadingContext): TimeRead {
  const whole = withWholeDays(withWholeHours(sentence), context)
  if (whole === null) return 'unsure'
  const found = PARSERS.map((parser) => timeOf(parser.parse(whole), whole, context))
  const [first = null, ...others] = found.filter((each) => each !== null)
  if (first === null || first === 'unsure') return first
  if (others.some((each) => each === 'unsure' || each?.day !== first.day || each.minutes !== first.minutes))
    return 'unsure'
  return hasUncertainHour(sentence) ? 'unsure' : first
}

const PARSERS = [english, french]

/** The day that stands at the very beginning of a text: “1 February”, “le 9”. */
export function dayAtStart(text: string, context: ReadingContext): Day | null {
  const whole = withWholeDays(text, context)
  if (whole === null) return null
  const days = PARSERS.flatMap((parser) => parser.parse(whole)).flatMap((result) => {
    const begins = /^(?:the |le |la |on |[a-z]+day,? |[a-z]+di,? |dimanche )*$/.test(
      whole.slice(0, result.index),
    )
    const day = begins && !result.end ? dayIn(result, context) : null
    return day !== null && weekdaysAgree(whole.slice(0, result.index + result.text.length), day) ? [day] : []
  })
  const [first = null, ...others] = days
  return others.some((day) => day !== first) ? null : first
}

/** In one language. Day and hour need not stand beside each other; an hour without a day says nothing. */
function timeOf(results: readonly ParsedResult[], sentence: string, context: ReadingContext): TimeRead {
  const days = new Set(results.flatMap((result) => dayIn(result, context) ?? []))
  const hours = new Set(results.flatMap((result) => minutesIn(result) ?? []))
  const [[day], [minutes]] = [[...days], [...hours]]
  if (day === undefined || minutes === undefined) return null

  const isOne = days.size === 1 && hours.size === 1 && minutes !== 'unsure'
  const isPoint = !results.some((result) => isWindow(result, sentence))
  return isOne && isPoint && weekdaysAgree(sentence, day) ? { day, minutes } : 'unsure'
}

/** A day with its month; without a year, the next such. “In three days” has no month in its words, and is none. */
function dayIn({ start, text }: ParsedResult, { today }: ReadingContext): Day | null {
  const isNamed = NAMES_MONTH.test(text) || /\d{4}-\d{2}-\d{2}/.test(text)
  if (!start.isCertain('day') || !start.isCertain('month') || !isNamed) return null
  const [day, month, year] = [start.get('day') ?? 0, start.get('month') ?? 0, start.get('year') ?? 0]
  if (!start.isCertain('year')) return nextDay(day, month, today)
  const whole = dayOf(year, month, day)
  return text.includes(String(year)) && isDay(whole) && whole >= today ? whole : null
}

const NAMES_MONTH = new RegExp(`(?:^|[^a-z])(?:${MONTHS})(?:[^a-z]|$)`)

/** “At 4” is sixteen o'clock for most; “04:00” is not. */
function minutesIn({ start, text }: ParsedResult): WallMinutes | 'unsure' | null {
  if (!start.isCertain('hour') || start.isCertain('second')) return null
  const hour = start.get('hour') ?? 0
  if (hour < EARLIEST_BARE_HOUR && !/\b0\d:\d\d/.test(text)) return 'unsure'
  return hour * 60 + (start.get('minute') ?? 0)
}

const EARLIEST_BARE_HOUR = 7

/** “After 16:00”, “between 14:00 and 18:00”, “4–6 March”: not one time. */
function isWindow({ end, index, text }: ParsedResult, sentence: string): boolean {
  if (end || INSIDE_A_WINDOW.test(text)) return true
  return (
    BEFORE_A_WINDOW.test(sentence.slice(0, index)) || AFTER_A_WINDOW.test(sentence.slice(index + text.length))
  )
}

/** The library takes these words for “at”. */
const INSIDE_A_WINDOW = /\b(?:after|before|until|till|from|by|apres|avant|des)\b/
const BEFORE_A_WINDOW =
  /(?:\b(?:after|before|until|till|since|from|by|between|past|avant|apres|des|depuis|entre|de|(?:earlier|later) than)|\bjusqu'(?:a|au|en)|\ba partir d[eu]|\bd'ici(?: le)?)\s+(?:(?:on|the|le|la|about|around|vers|[a-z]+day|[a-z]+di)\s+)*$/
const AFTER_A_WINDOW =
  /^\s*(?:or (?:later|after|earlier)|onwards?|and (?:later|after)|ou (?:plus tard|plus tot|apres)|et plus|at the (?:latest|earliest)|au plus t)/
