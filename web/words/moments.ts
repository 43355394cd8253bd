import type { Locale } from '../../worker/domain/people/person.ts'
import {
  after,
  DAY,
  type Day,
  HOUR,
  instant,
  type Instant,
  type Interval,
  MINUTE,
  type Zone,
} from '../../worker/domain/time/time.ts'
import { offsetAt, repeatedHours } from '../../worker/domain/time/zones.ts'
import { placeIn } from './places.ts'

/** The zone and language in which a moment is shown. */
export type MomentReader = { readonly zone: Zone; readonly locale: Locale }

/** “Tuesday 23 March 2027, 10:00” */
export function formatMoment(moment: Instant, reading: MomentReader): string {
  return `${formatDay(moment, reading)}, ${formatTime(moment, reading)}`
}

/** “Tue 23 March, 10:00”, for a button. */
export function formatBriefly(moment: Instant, reading: MomentReader): string {
  const { weekday, date, month } = dayParts(moment, reading, 'short')
  return `${weekday} ${date} ${month}, ${formatTime(moment, reading)}`
}

/** “Tuesday 23 March 2027”; a day needs no zone. */
export function formatDay(moment: Instant | Day, { zone, locale }: MomentReader): string {
  if (typeof moment === 'string') return dayText(Date.parse(moment), { zone: 'UTC', locale }, 'long')
  return dayText(moment, { zone, locale }, 'long')
}

/** “3–9 March 2027”, “30 March – 2 April 2027”; one day is itself. */
export function formatDays(from: Day, to: Day, locale: Locale): string {
  const [first, last] = [partsOfDay(from, locale), partsOfDay(to, locale)]
  if (from === to) return `${first.day} ${first.month} ${first.year}`
  if (first.year !== last.year)
    return `${first.day} ${first.month} ${first.year} – ${last.day} ${last.month} ${last.year}`
  if (first.month !== last.month)
    return `${first.day} ${first.month} – ${last.day} ${last.month} ${last.year}`
  return `${first.day}–${last.day} ${last.month} ${last.year}`
}

function partsOfDay(day: Day, locale: Locale) {
  const [, date = '', month = '', year = ''] = dayText(
    Date.parse(day),
    { zone: 'UTC', locale },
    'long',
  ).split(' ')
  return { day: date, month, year }
}

/** “Tue 10:00”, where the date stands beside it. */
export function formatWeekTime(moment: Instant, { zone, locale }: MomentReader): string {
  const format = formatter(`${locale} ${zone} short`, () => dayFormat(zone, locale, 'short'))
  const day = format.formatToParts(moment).find(({ type }) => type === 'weekday')?.value ?? ''
  return `${day}\u00a0${formatTime(moment, { zone, locale })}`
}

/** “10:00”, with 24 hours in every language. */
export function formatTime(moment: Instant, { zone, locale }: MomentReader): string {
  return formatter(`${locale} ${zone} time`, () => timeFormat(zone, locale)).format(moment)
}

/** “Tue 23 March 2027, 10:00–10:30”, with both days if midnight is between. */
export function formatRange(interval: Interval, reading: MomentReader): string {
  return rangeText(interval, reading, isUnclear(interval, reading.zone))
}

/** Both ends by the clock. Where the clocks change it is “02:30 (UTC+2)” and “02:00 (UTC+1)”. */
export function hoursOf(
  interval: Interval,
  reading: MomentReader,
): { readonly from: string; readonly to: string } {
  const offsetOf = isUnclear(interval, reading.zone) ? inBrackets(reading.zone) : () => ''
  return {
    from: formatTime(interval.start, reading) + offsetOf(interval.start),
    to: formatTime(interval.end, reading) + offsetOf(interval.end),
  }
}

function rangeText({ start, end }: Interval, reading: MomentReader, withOffsets: boolean): string {
  const [first, last] = [dayText(start, reading, 'short'), endOf(end, reading, 'short')]
  const offsetOf = withOffsets ? inBrackets(reading.zone) : () => ''
  const from = `${first}, ${formatTime(start, reading)}${offsetOf(start)}`
  const to = `${last.time}${offsetOf(end)}`
  if (first !== last.day) return `${from} – ${last.day}, ${to}`
  return withOffsets ? `${from} – ${to}` : `${from}–${to}`
}

/** The clocks change meanwhile, or one of both ends is in an hour that they show twice. */
function isUnclear({ start, end }: Interval, zone: Zone): boolean {
  return changesBetween(start, end, zone) || isRepeated(start, zone) || isRepeated(end, zone)
}

function changesBetween(start: Instant, end: Instant, zone: Zone): boolean {
  return offsetAt(zone, start) !== offsetAt(zone, end)
}

/** Whether the clock showed this hour before, or will again. No zone changes by more than a day at once. */
function isRepeated(moment: Instant, zone: Zone): boolean {
  const window = { start: instant(moment - DAY), end: after(moment, DAY) }
  return repeatedHours(zone, window).some(({ start, end }) => moment >= start - (end - start) && moment < end)
}

function inBrackets(zone: Zone): (moment: Instant) => string {
  return (moment) => ` (${offsetText(offsetAt(zone, moment))})`
}

/** “Paris time (UTC+1)”; a zone without a place is only its offset. */
export function zoneLabel(zone: Zone, locale: Locale, moment: Instant): string {
  const offset = offsetText(offsetAt(zone, moment))
  const place = placeIn(zone, locale)
  return place === null ? offset : `${timeOf[locale](place)} (${offset})`
}

/** “Paris time”, for more than one day: the offset can change between them. A zone without a place is only its offset. */
export function zoneName(zone: Zone, locale: Locale, moment: Instant): string {
  const place = placeIn(zone, locale)
  return place === null ? offsetText(offsetAt(zone, moment)) : timeOf[locale](place)
}

/** “Tuesday 23 March 2027, 10:00, Paris time (UTC+1)” */
export function momentWithZone(moment: Instant, reading: MomentReader): string {
  return `${formatMoment(moment, reading)}, ${zoneLabel(reading.zone, reading.locale, moment)}`
}

/** The moment something ends: midnight is “Thursday 18 March 2027, 24:00”, so that nobody counts Friday in. */
export function deadlineWithZone(moment: Instant, reading: MomentReader): string {
  return `${formatDeadline(moment, reading)}, ${zoneLabel(reading.zone, reading.locale, moment)}`
}

/** The same without its zone. */
export function formatDeadline(moment: Instant, reading: MomentReader): string {
  const { day, time } = endOf(moment, reading, 'long')
  return `${day}, ${time}`
}

/** “Tue 23 March 2027, 10:00–10:30, Paris time (UTC+1)” */
export function rangeWithZone(interval: Interval, reading: MomentReader): string {
  const { zone, locale } = reading
  if (!changesBetween(interval.start, interval.end, zone))
    return `${rangeText(interval, reading, false)}, ${zoneLabel(zone, locale, interval.start)}`
  const range = rangeText(interval, reading, true)
  const place = placeIn(zone, locale)
  return place === null ? range : `${range}, ${timeOf[locale](place)}`
}

/** The zone of a time whose hours stand beside it: without an offset where both hours have their own. */
export function zoneLabelOf({ start, end }: Interval, { zone, locale }: MomentReader): string {
  const place = changesBetween(start, end, zone) ? placeIn(zone, locale) : null
  return place === null ? zoneLabel(zone, locale, start) : timeOf[locale](place)
}

/** The reader's own clock first; the other one only if it differs at that moment. */
export function bothZones(
  interval: Interval,
  readerZone: Zone,
  otherZone: Zone,
  locale: Locale,
): readonly [string] | readonly [string, string] {
  const own = rangeWithZone(interval, { zone: readerZone, locale })
  const agree = (moment: Instant) => offsetAt(readerZone, moment) === offsetAt(otherZone, moment)
  if (agree(interval.start) && agree(interval.end)) return [own]
  return [own, rangeWithZone(interval, { zone: otherZone, locale })]
}

/** Where the clocks go back to midnight, that is no end of a day. */
function endOf(moment: Instant, reading: MomentReader, weekday: 'long' | 'short') {
  const time = formatTime(moment, reading)
  const day = dayText(moment, reading, weekday)
  const before = time === '00:00' ? dayText(moment - MINUTE, reading, weekday) : day
  return before === day ? { day, time } : { day: before, time: '24:00' }
}

/** Joined from its parts: Intl's punctuation changes between releases. */
function dayText(moment: number, reading: MomentReader, weekday: 'long' | 'short'): string {
  const parts = dayParts(moment, reading, weekday)
  return `${parts.weekday} ${parts.date} ${parts.month} ${parts.year}`
}

function dayParts(moment: number, { zone, locale }: MomentReader, weekday: 'long' | 'short') {
  const format = formatter(`${locale} ${zone} ${weekday}`, () => dayFormat(zone, locale, weekday))
  const parts = format.formatToParts(moment)
  const partOf = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? ''
  const date = partOf('day')
  return {
    weekday: partOf('weekday'),
    date: locale === 'fr' && date === '1' ? '1er' : date,
    month: partOf('month'),
    year: partOf('year'),
  }
}

function dayFormat(timeZone: Zone, locale: Locale, weekday: 'long' | 'short'): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(tags[locale], {
    timeZone,
    weekday,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
}

function timeFormat(timeZone: Zone, locale: Locale): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(tags[locale], {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
}

const tags: Record<Locale, string> = { en: 'en-GB', fr: 'fr-FR' }

/** Creating a formatter costs a hundred times more than using it. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(key: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  const made = formatters.get(key) ?? make()
  formatters.set(key, made)
  return made
}

/** “UTC+5:45”, with a typographic minus sign. */
function offsetText(offset: number): string {
  const size = Math.abs(offset)
  const minutes = Math.floor((size % HOUR) / MINUTE)
  const hours = `${Math.floor(size / HOUR)}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''}`
  return offset === 0 ? 'UTC' : `UTC${offset < 0 ? '−' : '+'}${hours}`
}

const timeOf: Record<Locale, (place: string) => string> = {
  en: (place) => `${place} time`,
  fr: heureDe,
}

function heureDe(place: string): string {
  if (place.startsWith('Le ')) return `heure du ${place.slice('Le '.length)}`
  return /^[aeiouàâéèê]/i.test(place) ? `heure d’${place}` : `heure de ${place}`
}
