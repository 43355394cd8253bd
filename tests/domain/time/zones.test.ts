import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'

import { instant, MINUTE } from '../../../worker/domain/time/time.ts'
import type { Instant, Zone } from '../../../worker/domain/time/time.ts'
import { ZONE_ALIASES } from '../../../worker/domain/time/zone-aliases.ts'
import {
  canonicalZone,
  isZone,
  offsetAt,
  repeatedHours,
  stretches,
  toInstant,
  toWall,
} from '../../../worker/domain/time/zones.ts'
import { clockChangesOfAllZones, ZONES } from '../../support/clock-changes.ts'
import { at, between } from '../../support/times.ts'

test('a zone is an IANA name that the runtime knows', () => {
  const known = ['Europe/Paris', 'Asia/Kathmandu', 'America/Argentina/Buenos_Aires', 'UTC'].map(isZone)
  const unknown = ['Europe/Pariss', '', '+05:30', 'Romance Standard Time', 'Paris', '../etc'].map(isZone)

  expect(known).toEqual([true, true, true, true])
  expect(unknown).toEqual([false, false, false, false, false, false])
})

test('an hour that the clocks skip moves on, an hour that they repeat means the first', () => {
  expect(toInstant('Europe/Paris', '2027-03-28', 150)).toBe(at('2027-03-28T01:30Z'))
  expect(toInstant('Europe/Paris', '2027-10-31', 150)).toBe(at('2027-10-31T00:30Z'))
})

test('between 14 and 28 March 2027, New York is five hours behind Paris instead of six', () => {
  const noonInParis = (day: string): Instant => toInstant('Europe/Paris', day, 720)

  expect(toWall('America/New_York', noonInParis('2027-03-12')).minutes).toBe(6 * 60)
  expect(toWall('America/New_York', noonInParis('2027-03-15')).minutes).toBe(7 * 60)
  expect(toWall('America/New_York', noonInParis('2027-03-26')).minutes).toBe(7 * 60)
  expect(toWall('America/New_York', noonInParis('2027-03-29')).minutes).toBe(6 * 60)
})

test('Kathmandu is 45 minutes past the hour, St. John’s half an hour before it', () => {
  expect(toWall('Asia/Kathmandu', at('2027-03-22T00:00Z'))).toEqual({
    day: '2027-03-22',
    minutes: 345,
    weekday: 1,
  })
  expect(toWall('America/St_Johns', at('2027-03-22T00:00Z'))).toEqual({
    day: '2027-03-21',
    minutes: 21 * 60 + 30,
    weekday: 7,
  })
})

test('Lord Howe’s clocks go back by half an hour only', () => {
  expect(repeatedHours('Australia/Lord_Howe', between('2027-04-01T00:00Z', '2027-04-10T00:00Z'))).toEqual([
    between('2027-04-03T15:00Z', '2027-04-03T15:30Z'),
  ])
})

test('a repeated hour is found from within itself', () => {
  expect(repeatedHours('Europe/Paris', between('2027-10-31T01:30Z', '2027-10-31T01:31Z'))).toEqual([
    between('2027-10-31T01:00Z', '2027-10-31T02:00Z'),
  ])
})

test('midnight at the end of a day is the next day’s midnight', () => {
  expect(toInstant('Asia/Singapore', '2027-03-22', 1440)).toBe(toInstant('Asia/Singapore', '2027-03-23', 0))
})

test('a window is cut where the clocks change, and nowhere is a moment lost', () => {
  const window = between('2027-03-01T00:00Z', '2027-04-10T00:00Z')
  const found = stretches('Europe/Paris', window)

  expect(found.at(0)?.start).toBe(window.start)
  expect(found.at(-1)?.end).toBe(window.end)
  expect(found.slice(1).map((each) => each.start)).toEqual(found.slice(0, -1).map((each) => each.end))
  expect(found.some((each) => each.start === at('2027-03-28T01:00Z'))).toBe(true)
})

test('every zone’s offset is a multiple of a quarter of an hour, so that quarters are quarters everywhere', () => {
  const window = between('2026-11-01T00:00Z', '2032-01-01T00:00Z')
  const odd = ZONES.filter((zone) =>
    stretches(zone, window).some(({ offset }) => offset % (15 * MINUTE) !== 0),
  )

  expect(odd).toEqual([])
})

test('every zone, around each of its changes to 2031, agrees with Temporal in both directions', () => {
  const differences = clockChangesOfAllZones().flatMap(({ zone, moment }) => [
    ...wallDifferences(zone, moment),
    ...instantDifferences(zone, moment),
  ])

  expect(differences).toEqual([])
}, 60_000)

const AROUND = [
  -1500, -1440, -181, -120, -61, -60, -31, -30, -16, -15, -1, 0, 1, 14, 15, 30, 45, 60, 90, 119, 120, 1440,
]

function wallDifferences(zone: Zone, change: Instant): string[] {
  return AROUND.flatMap((minutes) => {
    const moment = instant(change + minutes * MINUTE)
    const expected = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone)
    const wall = toWall(zone, moment)
    const same =
      wall.day === expected.toPlainDate().toString() &&
      wall.minutes === expected.hour * 60 + expected.minute &&
      wall.weekday === expected.dayOfWeek &&
      offsetAt(zone, moment) === expected.offsetNanoseconds / 1e6
    return same ? [] : [`${zone}: ${expected.toString()} was ${wall.day} ${wall.minutes}`]
  })
}

function instantDifferences(zone: Zone, change: Instant): string[] {
  const before = Temporal.PlainDateTime.from(`${toWall(zone, change).day}T00:00`).subtract({ hours: 3 })
  return QUARTERS.flatMap((minutes) => {
    const wall = before.add({ minutes })
    const expected = wall.toZonedDateTime(zone, { disambiguation: 'compatible' })
    const found = toInstant(zone, wall.toPlainDate().toString(), wall.hour * 60 + wall.minute)
    return found === expected.epochMilliseconds
      ? []
      : [`${zone}: ${wall.toString()} is ${expected.toString()}`]
  })
}

/** From three hours before the day of the change to its six in the morning, then hourly to the next midnight. */
const QUARTERS = [
  ...Array.from({ length: 36 }, (_, index) => index * 15),
  ...Array.from({ length: 22 }, (_, index) => 540 + index * 60),
]

test('a zone has one name, whichever of its names and cases is typed', () => {
  const typed = ['US/Eastern', 'us/eastern', 'Asia/Calcutta', 'asia/kolkata', 'Europe/Kiev', 'europe/paris']
  expect(typed.map(canonicalZone)).toEqual([
    ...[
      'America/New_York',
      'America/New_York',
      'Asia/Kolkata',
      'Asia/Kolkata',
      'Europe/Kyiv',
      'Europe/Paris',
    ],
  ])
  expect(['Etc/UTC', 'utc', 'GMT', 'Zulu', 'Etc/GMT+5', ' America/New York '].map(canonicalZone)).toEqual([
    ...['UTC', 'UTC', 'UTC', 'UTC', 'Etc/GMT+5', 'America/New_York'],
  ])
  expect(['Europe/Oslo', 'Europe/Berlin', 'Asia/Kuala_Lumpur'].map(canonicalZone)).toEqual([
    ...['Europe/Oslo', 'Europe/Berlin', 'Asia/Kuala_Lumpur'],
  ])
  expect(['+05:30', 'Paris', '', 'Europe/Pariis', 'EDT'].map(canonicalZone)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
})

test('every name of the table leads to its stored name, which is its own', () => {
  for (const [name, stored] of ZONE_ALIASES) {
    expect([name, canonicalZone(name)]).toEqual([name, stored])
    expect(canonicalZone(name.toUpperCase())).toBe(stored)
    expect(canonicalZone(stored)).toBe(stored)
    const day = instant(Date.UTC(2027, 6, 1))
    expect([name, offsetAt(stored, day)]).toEqual([name, offsetAt(name, day)])
  }
})
