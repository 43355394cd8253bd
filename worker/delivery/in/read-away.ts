import { isDay } from '../../domain/time/days.ts'
import { type Day, type Instant, iso } from '../../domain/time/time.ts'

/** The beginnings of the English, French and German names. */
const MONTHS = 'jan f[eé][bv] m[aä]r a[pv]r ma[iy] jui?n jui?l a(?:ug|o[uû]) sep o[ck]t nov d[eé][cz]'.split(
  ' ',
)
const UNTIL = /\b(?:until|till|through|back|return\w*|jusqu['’]?|retour|au|bis|zurück|ab dem)(?!\p{L})/gu

const WORD = String.raw`(?<month>${MONTHS.join('|')})\p{L}{0,7}\.?,?`
const YEAR = String.raw`(?:\s+(?<year>\d{4}))?`
const DATES = [
  /(?<year>\d{4})-(?<second>\d\d)-(?<first>\d\d)/u,
  /\b(?<first>\d{1,2})[./](?<second>\d{1,2})[./](?<year>\d{4})/u,
  new RegExp(String.raw`\b(?<first>\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:of\s+)?${WORD}${YEAR}`, 'u'),
  new RegExp(String.raw`\b${WORD}\s+(?<first>\d{1,2})(?:st|nd|rd|th)?\b,?${YEAR}`, 'u'),
]

/** The first date after a word such as “until”, “back”, “jusqu’au”, “bis”; null if no date is certain. */
export function awayUntil(text: string, sent: Instant | null): Day | null {
  const words = text.slice(0, 4000).toLowerCase()
  for (const match of words.matchAll(UNTIL)) {
    const from = match.index + match[0].length
    const day = dateIn(words.slice(from, from + 60), sent)
    if (day) return day
  }
  return null
}

function dateIn(text: string, sent: Instant | null): Day | null {
  const matches = DATES.map((pattern) => pattern.exec(text)).filter((match) => match !== null)
  const [nearest] = matches.toSorted((one, other) => one.index - other.index)
  const { first, second, month, year } = nearest?.groups ?? {}
  const date = Number(first)
  if (second && nearest?.[0].includes('-')) return dayOf(Number(year), Number(second), date)
  if (second) return numericDate(date, Number(second), Number(year))

  const number = MONTHS.findIndex((each) => month && new RegExp(`^${each}`, 'u').test(month)) + 1
  if (number === 0) return null
  return year ? dayOf(Number(year), number, date) : nextDate(number, date, sent)
}

/** 12/01 can mean two days. A date is accepted only if every country reads it the same way. */
function numericDate(first: number, second: number, year: number): Day | null {
  if (first > 12 || first === second) return dayOf(year, second, first)
  return second > 12 ? dayOf(year, first, second) : null
}

/** A date without a year means the next such day after the mail was sent. */
function nextDate(month: number, date: number, sent: Instant | null): Day | null {
  if (sent === null) return null
  const today = iso(sent).slice(0, 10)
  const year = Number(today.slice(0, 4))
  const day = dayOf(year, month, date)
  return day && day >= today ? day : dayOf(year + 1, month, date)
}

function dayOf(year: number, month: number, date: number): Day | null {
  const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return isDay(day) ? day : null
}
