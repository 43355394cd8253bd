import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'

import {
  addDays,
  daysBetween,
  endOfWorkingDay,
  formatWallTime,
  isDay,
  parseWallTime,
  startOfDay,
  wallText,
  weekdayOf,
} from '../../../worker/domain/time/days.ts'
import { at } from '../../support/times.ts'

test('a day is one that the calendar has', () => {
  expect(['2027-03-22', '2028-02-29', '0999-12-31'].map(isDay)).toEqual([true, true, true])
  expect(
    ['2027-02-29', '2027-13-01', '2027-00-10', '2027-04-31', '27-03-22', '2027-3-2', ''].map(isDay),
  ).toEqual(Array.from({ length: 7 }, () => false))
})

test('days are counted as the Gregorian calendar counts them', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
      const moved = Temporal.PlainDate.from(day).add({ days: count })

      expect(addDays(day, count)).toBe(moved.toString())
      expect(weekdayOf(day)).toBe(Temporal.PlainDate.from(day).dayOfWeek)
      expect(daysBetween(day, addDays(day, count))).toBe(count)
    }),
  )
})

test('a day begins at one o’clock where the clocks skip midnight', () => {
  expect(wallText('Africa/Cairo', startOfDay('Africa/Cairo', '2027-04-30'))).toBe('2027-04-30T01:00')
})

test('each day begins when Temporal says so, in any zone', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Intl.supportedValuesOf('timeZone')), soonDay, (zone, day) => {
      expect(startOfDay(zone, day)).toBe(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds)
    }),
    { numRuns: 500 },
  )
})

test('three working days from a Thursday noon end with the Tuesday', () => {
  expect(endOfWorkingDay('Europe/Paris', at('2027-03-18T11:00Z'), 3)).toBe(at('2027-03-23T23:00Z'))
})

test('three working days over the clock change end at midnight on the wall', () => {
  expect(endOfWorkingDay('Europe/Paris', at('2027-03-25T11:00Z'), 3)).toBe(at('2027-03-30T22:00Z'))
})

test('a working day is that of the person’s zone', () => {
  const lateSundayInUtc = at('2027-03-21T20:00Z')

  expect(endOfWorkingDay('Asia/Singapore', lateSundayInUtc, 1)).toBe(at('2027-03-23T16:00Z'))
  expect(endOfWorkingDay('America/New_York', lateSundayInUtc, 1)).toBe(at('2027-03-23T04:00Z'))
})

test('wall times are read from 00:00 to 24:00, and nothing else is', () => {
  expect(['00:00', '09:05', '23:59', '24:00'].map(parseWallTime)).toEqual([0, 545, 1439, 1440])
  expect(['24:01', '9:00', '09:60', '0900', '', '25:00', '09:00:00'].map(parseWallTime)).toEqual(
    Array.from({ length: 7 }, () => null),
  )
})

test('what is written as a wall time is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1440 }), (minutes) => {
      expect(parseWallTime(formatWallTime(minutes))).toBe(minutes)
    }),
  )
})

const anyDay = fc
  .date({ min: new Date('1000-01-01T00:00Z'), max: new Date('3000-01-01T00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const soonDay = fc
  .date({ min: new Date('2026-11-01T00:00Z'), max: new Date('2031-12-31T00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
