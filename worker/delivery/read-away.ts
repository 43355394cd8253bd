import type { Header } from 'postal-mime'

import { isDay } from '../domain/days.ts'
import { iso, type Day, type Instant } from '../domain/time.ts'

/** Whether a machine wrote this: RFC 3834, and what programs put there before it or instead. */
export function isAutomatic(headers: readonly Header[]): boolean {
  return headers.some(({ key, value }) => {
    if (key === 'auto-submitted') return !/^\s*no\b/i.test(value)
    if (key === 'precedence') return /auto[_-]?reply/i.test(value)
    if (key === 'return-path') return value.trim() === '<>'
    if (key === 'content-class' || key === 'x-ms-exchange-message-class')
      return /notification\.?forward/i.test(value)
    return MARKS.has(key)
  })
}

const MARKS: ReadonlySet<string> = new Set([
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-auto-reply',
  'x-mail-autoreply',
  'x-ms-exchange-inbox-rules-loop',
  'x-ms-exchange-generated-message-source',
  'x-vacation',
])

const MONTHS = [
  'jan',
  'feb fév fev',
  'mar mär',
  'apr avr',
  'may mai',
  'jun juin',
  'jul juil',
  'aug aoû aou',
  'sep',
  'oct okt',
  'nov',
  'dec déc dez',
].map((names) => names.split(' '))
const UNTIL =
  /\b(?:until|till|through|back|return\w*|jusqu'?|jusqu’|retour|au|bis|zurück|ab dem)(?![\p{L}])/giu
const DATE =
  /(\d{4})-(\d\d)-(\d\d)|(\d{1,2})[./](\d{1,2})[./](\d{4})|(\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:of\s+)?(\p{L}{3,9})\.?,?(?:\s+(\d{4}))?|(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s+(\d{4}))?/u

/** The first date after a word such as “until”, “back”, “jusqu’au”, “bis”; null where none can be read for certain. */
export function awayUntil(text: string, sent: Instant | null): Day | null {
  const words = text.slice(0, 4000).toLowerCase()
  for (const match of words.matchAll(UNTIL)) {
    const day = dateIn(words.slice(match.index + match[0].length, match.index + match[0].length + 60), sent)
    if (day) return day
  }
  return null
}

function dateIn(text: string, sent: Instant | null): Day | null {
  const match = DATE.exec(text)
  if (!match) return null
  const [
    ,
    isoYear,
    isoMonth,
    isoDate,
    day,
    month,
    year,
    date,
    name,
    nameYear,
    nameFirst,
    dateAfter,
    yearAfter,
  ] = match
  if (isoYear) return valid(Number(isoYear), Number(isoMonth), Number(isoDate))
  if (year) return numeric(Number(day), Number(month), Number(year))
  const number = monthNumber(name ?? nameFirst ?? '')
  const written = nameYear ?? yearAfter
  const of = Number(date ?? dateAfter)
  if (!number) return null
  return written ? valid(Number(written), number, of) : nextOne(number, of, sent)
}

/** 12/01 may be two days: only what no other country reads otherwise. */
function numeric(first: number, second: number, year: number): Day | null {
  if (first > 12) return valid(year, second, first)
  if (second > 12) return valid(year, first, second)
  return first === second ? valid(year, first, second) : null
}

function nextOne(month: number, date: number, sent: Instant | null): Day | null {
  if (sent === null) return null
  const year = Number(iso(sent).slice(0, 4))
  const day = valid(year, month, date)
  return day && day >= iso(sent).slice(0, 10) ? day : valid(year + 1, month, date)
}

function valid(year: number, month: number, date: number): Day | null {
  const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return isDay(day) ? day : null
}

function monthNumber(name: string): number | null {
  const at = MONTHS.findIndex((names) => names.some((each) => name.startsWith(each)))
  return at < 0 ? null : at + 1
}
