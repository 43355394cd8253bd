import { isDay } from '../time/days.ts'
import type { Day, Instant, WallMinutes } from '../time/time.ts'
import { partOf, textIn, wordsOfMail } from './received.ts'

/** What a mail suggests, as its words say it. A wall clock has no zone here: it is the writer's, when it is looked at. */
export type Suggestion =
  | { readonly kind: 'time'; readonly day: Day; readonly minutes: WallMinutes }
  /** Counted from 1 in the order of the mail with the times; 0 is the last of them. */
  | { readonly kind: 'option'; readonly number: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'later'; readonly day: Day }

/** A suggestion of a mail: from its words, or a time in its calendar. */
export type Suggested =
  /** `offerId` is the offer that could be answered when the mail came: “the second” is the second of no other. */
  | { readonly source: 'words'; readonly suggestion: Suggestion; readonly offerId: string | null }
  | { readonly source: 'calendar'; readonly start: Instant }

/** What a stored mail suggests. A time in its calendar is surer than words. */
export function suggestedIn(reading: unknown): Suggested | null {
  const { proposed } = wordsOfMail(reading)
  if (proposed !== null) return { source: 'calendar', start: proposed }
  const stored = partOf(reading, 'suggestion')
  const suggestion = toSuggestion(stored)
  return suggestion && { source: 'words', suggestion, offerId: textIn(stored, 'offerId') }
}

function toSuggestion(stored: unknown): Suggestion | null {
  const day = partOf(stored, 'day')
  const minutes = wholeIn(stored, 'minutes', 24 * 60)
  const number = wholeIn(stored, 'number', 9)
  switch (partOf(stored, 'kind')) {
    case 'time':
      return isDayText(day) && minutes !== null ? { kind: 'time', day, minutes } : null
    case 'option':
      return number === null ? null : { kind: 'option', number }
    case 'none':
      return { kind: 'none' }
    case 'later':
      return isDayText(day) ? { kind: 'later', day } : null
    default:
      return null
  }
}

function wholeIn(stored: unknown, name: string, most: number): number | null {
  const found = partOf(stored, name)
  return typeof found === 'number' && Number.isInteger(found) && found >= 0 && found <= most ? found : null
}

function isDayText(found: unknown): found is Day {
  return typeof found === 'string' && isDay(found)
}
