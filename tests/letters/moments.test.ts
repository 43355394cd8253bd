import fc from 'fast-check'
import { expect, test } from 'vitest'

import {
  bothZones,
  deadlineWithZone,
  formatDay,
  formatMoment,
  formatRange,
  formatTime,
  momentWithZone,
  rangeWithZone,
  zoneLabel,
} from '../../web/words/moments.ts'
import { after, HOUR, instant, MINUTE } from '../../worker/domain/time/time.ts'
import { stretches, toWall } from '../../worker/domain/time/zones.ts'
import { at, between } from '../support/times.ts'

const paris = { zone: 'Europe/Paris', locale: 'en' } as const
const parisian = { zone: 'Europe/Paris', locale: 'fr' } as const
const zones = [
  'Europe/Paris',
  'America/New_York',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Australia/Lord_Howe',
]

test('a moment is shown in the reader’s language and zone', () => {
  expect(formatMoment(at('2027-03-23T09:00Z'), paris)).toBe('Tuesday 23 March 2027, 10:00')
  expect(formatMoment(at('2027-03-23T09:00Z'), parisian)).toBe('mardi 23 mars 2027, 10:00')
  expect(formatMoment(at('2027-03-23T21:30Z'), { zone: 'Asia/Kathmandu', locale: 'en' })).toBe(
    'Wednesday 24 March 2027, 03:15',
  )
})

test('the afternoon has twenty-four-hour times in both languages', () => {
  expect(formatTime(at('2027-03-23T15:05Z'), paris)).toBe('16:05')
  expect(formatTime(at('2027-03-23T15:05Z'), parisian)).toBe('16:05')
  expect(formatTime(at('2027-03-22T23:00Z'), paris)).toBe('00:00')
})

test('a day without an hour is the same day in every zone', () => {
  expect(formatDay('2027-03-01', { zone: 'America/New_York', locale: 'en' })).toBe('Monday 1 March 2027')
  expect(formatDay('2027-03-01', { zone: 'Asia/Singapore', locale: 'en' })).toBe('Monday 1 March 2027')
})

test('the first of a month is “1er” in French, and only the first', () => {
  expect(formatDay('2027-03-01', parisian)).toBe('lundi 1er mars 2027')
  expect(formatDay('2027-03-11', parisian)).toBe('jeudi 11 mars 2027')
})

test('an interval names its day once, and both if midnight is between', () => {
  const early = between('2027-03-23T09:00Z', '2027-03-23T09:30Z')
  const late = between('2027-03-23T22:45Z', '2027-03-23T23:15Z')
  expect(formatRange(early, paris)).toBe('Tue 23 March 2027, 10:00–10:30')
  expect(formatRange(early, parisian)).toBe('mar. 23 mars 2027, 10:00–10:30')
  expect(formatRange(late, paris)).toBe('Tue 23 March 2027, 23:45 – Wed 24 March 2027, 00:15')
})

test('what ends at midnight ends on its own day at 24:00', () => {
  const until = between('2027-03-18T22:30Z', '2027-03-18T23:00Z')
  expect(formatRange(until, paris)).toBe('Thu 18 March 2027, 23:30–24:00')
  expect(deadlineWithZone(until.end, paris)).toBe('Thursday 18 March 2027, 24:00, Paris time (UTC+1)')
  expect(momentWithZone(until.end, paris)).toBe('Friday 19 March 2027, 00:00, Paris time (UTC+1)')
})

test('a zone is named by its place and its offset at that moment', () => {
  const spring = at('2027-03-23T09:00Z')
  expect(zoneLabel('Europe/Paris', 'en', spring)).toBe('Paris time (UTC+1)')
  expect(zoneLabel('Europe/Paris', 'en', at('2027-03-29T09:00Z'))).toBe('Paris time (UTC+2)')
  expect(zoneLabel('Asia/Kathmandu', 'en', spring)).toBe('Kathmandu time (UTC+5:45)')
  expect(zoneLabel('America/St_Johns', 'en', spring)).toBe('St Johns time (UTC−2:30)')
  expect(zoneLabel('America/Argentina/Buenos_Aires', 'en', spring)).toBe('Buenos Aires time (UTC−3)')
})

test('a zone without a place is its offset alone, with the sign of the clock', () => {
  const spring = at('2027-03-23T09:00Z')
  expect(zoneLabel('UTC', 'en', spring)).toBe('UTC')
  expect(zoneLabel('Etc/GMT+5', 'en', spring)).toBe('UTC−5')
})

test('French calls places by their French names', () => {
  const spring = at('2027-03-23T09:00Z')
  expect(zoneLabel('Europe/London', 'fr', spring)).toBe('heure de Londres (UTC)')
  expect(zoneLabel('Europe/Athens', 'fr', spring)).toBe('heure d’Athènes (UTC+2)')
  expect(zoneLabel('Africa/Cairo', 'fr', spring)).toBe('heure du Caire (UTC+2)')
})

test('between Paris and New York both clocks are shown, correct in the weeks when only one has changed', () => {
  const before = between('2027-03-12T09:00Z', '2027-03-12T09:30Z')
  const amid = between('2027-03-23T09:00Z', '2027-03-23T09:30Z')
  expect(bothZones(before, 'Europe/Paris', 'America/New_York', 'en')[1]).toBe(
    'Fri 12 March 2027, 04:00–04:30, New York time (UTC−5)',
  )
  expect(bothZones(amid, 'Europe/Paris', 'America/New_York', 'en')).toEqual([
    'Tue 23 March 2027, 10:00–10:30, Paris time (UTC+1)',
    'Tue 23 March 2027, 05:00–05:30, New York time (UTC−4)',
  ])
})

test('two zones with the same clock are told once', () => {
  const time = between('2027-03-23T09:00Z', '2027-03-23T09:30Z')
  expect(bothZones(time, 'Europe/Paris', 'Europe/Berlin', 'en')).toEqual([
    'Tue 23 March 2027, 10:00–10:30, Paris time (UTC+1)',
  ])
})

test('a clock that differs only at the end is shown too', () => {
  const night = between('2027-03-28T00:30Z', '2027-03-28T01:30Z')
  expect(bothZones(night, 'Africa/Abidjan', 'Europe/London', 'en')).toEqual([
    'Sun 28 March 2027, 00:30–01:30, Abidjan time (UTC)',
    'Sun 28 March 2027, 00:30 (UTC) – 02:30 (UTC+1), London time',
  ])
})

const moments = fc.integer({ min: at('2026-01-01T00:00Z') / MINUTE, max: at('2031-01-01T00:00Z') / MINUTE })
const anyMoment = moments.map((minutes) => instant(minutes * MINUTE))
const anyZone = fc.constantFrom(...zones)

test('every time told is what the wall clock of that zone shows', () => {
  fc.assert(
    fc.property(anyMoment, anyZone, fc.constantFrom('en' as const, 'fr' as const), (moment, zone, locale) => {
      const [hours = NaN, minutes = NaN] = formatTime(moment, { zone, locale }).split(':').map(Number)
      expect(hours * 60 + minutes).toBe(toWall(zone, moment).minutes)
    }),
  )
})

test('the other clock is shown exactly when it differs', () => {
  fc.assert(
    fc.property(anyMoment, anyZone, anyZone, (start, reader, other) => {
      const time = { start, end: after(start, HOUR) }
      const sameAt = (moment: typeof start) =>
        JSON.stringify(toWall(reader, moment)) === JSON.stringify(toWall(other, moment))
      const text = bothZones(time, reader, other, 'en')
      expect(text[0]).toBe(rangeWithZone(time, { zone: reader, locale: 'en' }))
      expect(text.length).toBe(sameAt(time.start) && sameAt(time.end) ? 1 : 2)
    }),
  )
})

test('where the clocks change, each hour says which one it is', () => {
  const autumn = (start: string, minutes: number) => ({
    start: at(start),
    end: after(at(start), minutes * MINUTE),
  })
  expect(rangeWithZone(autumn('2027-10-31T00:30Z', 30), paris)).toBe(
    'Sun 31 October 2027, 02:30 (UTC+2) – 02:00 (UTC+1), Paris time',
  )
  expect(rangeWithZone(autumn('2027-10-31T00:30Z', 60), parisian)).toBe(
    'dim. 31 octobre 2027, 02:30 (UTC+2) – 02:30 (UTC+1), heure de Paris',
  )
  expect(rangeWithZone(autumn('2027-03-28T00:45Z', 30), paris)).toBe(
    'Sun 28 March 2027, 01:45 (UTC+1) – 03:15 (UTC+2), Paris time',
  )
  expect(rangeWithZone(autumn('2027-10-31T00:15Z', 30), paris)).toBe(
    'Sun 31 October 2027, 02:15–02:45, Paris time (UTC+2)',
  )
  expect(formatRange(autumn('2027-10-31T01:15Z', 30), paris)).toBe(
    'Sun 31 October 2027, 02:15 (UTC+1) – 02:45 (UTC+1)',
  )
  expect(formatRange(autumn('2027-03-28T00:45Z', 30), paris)).toBe(
    'Sun 28 March 2027, 01:45 (UTC+1) – 03:15 (UTC+2)',
  )
  expect(formatRange(autumn('2027-10-31T03:15Z', 30), paris)).toBe('Sun 31 October 2027, 04:15–04:45')
})

test('at every change of every zone, what is printed says exactly when', () => {
  for (const zone of Intl.supportedValuesOf('timeZone'))
    for (const change of changesOf(zone))
      for (const minutesBefore of [90, 60, 30, 15, 0, -15, -30, -60])
        for (const minutes of [15, 30, 60, 90]) {
          const start = instant(change - minutesBefore * MINUTE)
          const time = { start, end: after(start, minutes * MINUTE) }
          const text = rangeWithZone(time, { zone, locale: 'en' })
          expect([zone, text, readBack(text)]).toEqual([zone, text, [time.start, time.end]])
        }
})

/** The first moment of each new offset, from the end of 2026 to that of 2028. */
function changesOf(zone: string): readonly number[] {
  const all = stretches(zone, between('2026-11-01T00:00Z', '2029-01-01T00:00Z'))
  return all.flatMap(({ start, offset }, index) =>
    index > 0 && all[index - 1]?.offset !== offset ? [start] : [],
  )
}

/** The moments that a reader takes from the text: its day or days, its hours, and the offset of each. */
function readBack(text: string): readonly number[] {
  const days = Array.from(text.matchAll(/(\d{1,2} [A-Z][a-z]+ \d{4})/g), ([, day]) =>
    Date.parse(`${day} UTC`),
  )
  const hours = Array.from(text.matchAll(/(\d\d):(\d\d)(?: \((UTC[^)]*)\))?/g)).slice(0, 2)
  const label = /(UTC[^)]*)\)?$/.exec(text)?.[1]
  return hours.map(([, hour, minute, own], index) => {
    const day = days[index] ?? days[0] ?? 0
    return day + (Number(hour) * 60 + Number(minute)) * MINUTE - offsetIn(own ?? label ?? '')
  })
}

function offsetIn(label: string): number {
  const [, sign, hours = 0, minutes = 0] = /UTC(?:([+−])(\d+)(?::(\d+))?)?/.exec(label) ?? []
  return (sign === '−' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE)
}

test('a zone under another name is the same zone, and a time is printed once', () => {
  const time = between('2027-03-23T09:00Z', '2027-03-23T09:30Z')
  for (const [one, other] of [
    ['America/New_York', 'US/Eastern'],
    ['Asia/Kolkata', 'Asia/Calcutta'],
    ['Europe/Paris', 'europe/paris'],
    ['UTC', 'Etc/UTC'],
  ] as const)
    expect(bothZones(time, one, other, 'en')).toHaveLength(1)
  expect(zoneLabel('us/eastern', 'en', time.start)).toBe('New York time (UTC−4)')
  expect(zoneLabel('Asia/Calcutta', 'en', time.start)).toBe('Kolkata time (UTC+5:30)')
})
