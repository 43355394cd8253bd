import { isWithin, OPTIONS_PER_OFFER, SESSION_MINUTES } from '../../../domain/limits.ts'
import { DEFAULT_OPTION_COUNT } from '../../../domain/offer/make.ts'
import type { DayPart } from '../../../domain/slot/ranking.ts'
import { type Week, WEEK_PARTS, type WeekPart, WEEKS } from '../../../domain/slot/within.ts'
import type { Instant } from '../../../domain/time/time.ts'
import { momentIn } from '../../answering/own-time.ts'

export type OfferFields = Readonly<Record<string, string | undefined>>

/** What a press on the offer page does. `send` is the only one that changes anything. */
export type Press =
  | { readonly kind: 'send' | 'again' | 'own' | 'words' }
  | { readonly kind: 'drop' | 'swap' | 'take'; readonly start: Instant }
  | { readonly kind: 'week'; readonly week: Week; readonly part: WeekPart }

/** A field that cannot be read is a search: it changes nothing. */
export function pressIn({ do: pressed, date, time }: OfferFields, now: Instant): Press {
  if (pressed === undefined) return { kind: 'send' }
  const [kind, value, part] = pressed.split(':')
  // Enter in a field: a time that is typed is meant, else the search.
  if (kind === 'enter') return { kind: date || time ? 'own' : 'again' }
  if (kind === 'source') return { kind: 'words' }
  if (kind === 'own' || kind === 'words') return { kind }
  if (kind === 'week') return weekIn(`${value}:${part}`) ?? { kind: 'again' }
  const start = momentIn(value, now)
  const isOfTime = kind === 'drop' || kind === 'swap' || kind === 'take'
  return isOfTime && start !== null ? { kind, start } : { kind: 'again' }
}

/** Which of the letters is to be seen as it is written; null: none. */
export function sourceIn({ do: pressed }: OfferFields): number | null {
  const [, nth] = /^source:([0-9])$/.exec(pressed ?? '') ?? []
  return nth === undefined ? null : Number(nth)
}

/** `2:early` is early in the week after the next. */
export function weekIn(text: string | undefined): Extract<Press, { kind: 'week' }> | null {
  const [number, name] = text?.split(':') ?? []
  const week = WEEKS.find((each) => String(each) === number)
  const part = WEEK_PARTS.find((each) => each === name)
  return week !== undefined && part ? { kind: 'week', week, part } : null
}

/** The starts in a hidden field, as `startsText` wrote them; what is none is left out. */
export function startsIn(text: string | undefined, now: Instant): readonly Instant[] {
  const starts = (text ?? '').split(',').flatMap((each) => momentIn(each, now) ?? [])
  return [...new Set(starts)].slice(0, MOST_STARTS)
}

const MOST_STARTS = 60

export function startsText(times: readonly { readonly start: Instant }[]): string {
  return times.map(({ start }) => start).join(',')
}

/** A length equal to the proposed one is not a wish: another format proposes another length. */
export function wishedIn({ minutes, proposed, options }: OfferFields) {
  const many = Number(options)
  return {
    minutes: minutes === proposed ? null : minutesIn(minutes),
    count: Number.isInteger(many) && isWithin(many, OPTIONS_PER_OFFER) ? many : DEFAULT_OPTION_COUNT,
  }
}

export function minutesIn(text: string | undefined): number | null {
  const long = Number(text)
  return Number.isInteger(long) && isWithin(long, SESSION_MINUTES) ? long : null
}

export function partIn(text: string | undefined): DayPart | null {
  return (['morning', 'afternoon'] as const).find((each) => each === text) ?? null
}

/** What was searched for, in one text: where the fields differ from it, what is shown is not what was asked for. */
export function searchText({ minutes, options, formatId, from, to, part }: OfferFields): string {
  return [minutes, options, formatId, from, to, part].map((each) => each ?? '').join('|')
}

/** Her own words; null: there are none, or they are still ours. */
export function wordsIn({ words, standard }: OfferFields): string | null {
  const [own, ours] = [lined(words), lined(standard)]
  return own === '' || own === ours ? null : own
}

/** Forms send line ends as CR LF. */
function lined(text: string | undefined): string {
  return (text ?? '').replaceAll(/\r\n?/g, '\n').trim()
}
