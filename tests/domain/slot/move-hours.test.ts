import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Availability } from '../../../worker/domain/people/person.ts'
import { openIntervals } from '../../../worker/domain/slot/availability.ts'
import { hoursInZone } from '../../../worker/domain/slot/move-hours.ts'
import { after, DAY, MINUTE } from '../../../worker/domain/time/time.ts'
import { at, weekly, WORKING_DAYS } from '../../support/times.ts'

const NOW = at('2027-01-11T08:00Z')
const IN_PARIS: Availability = {
  zone: 'Europe/Paris',
  weekly: weekly(WORKING_DAYS, '09:00', '12:00'),
  exceptions: [
    { date: '2027-01-13', from: null, to: null },
    { date: '2027-01-16', from: 600, to: 660 },
  ],
}

test('the same wall clock: nothing but the zone changes', () => {
  expect(hoursInZone(IN_PARIS, 'America/New_York', 'wall-clock', NOW)).toEqual({
    ...IN_PARIS,
    zone: 'America/New_York',
  })
})

test('the same instants: the week is at another hour there, and days that differ move along', () => {
  expect(hoursInZone(IN_PARIS, 'America/New_York', 'instants', NOW)).toEqual({
    zone: 'America/New_York',
    weekly: weekly(WORKING_DAYS, '03:00', '06:00'),
    exceptions: [
      { date: '2027-01-13', from: null, to: null },
      { date: '2027-01-16', from: 240, to: 300 },
    ],
  })
})

test('hours that pass midnight there are two windows, on two days', () => {
  const { weekly: moved } = hoursInZone(
    { ...IN_PARIS, weekly: [{ day: 7, from: 16 * 60, to: 24 * 60 }] },
    'Asia/Singapore',
    'instants',
    NOW,
  )
  expect(moved).toEqual([
    { day: 1, from: 0, to: 7 * 60 },
    { day: 7, from: 23 * 60, to: 24 * 60 },
  ])
})

test('a closed day keeps its moments closed, and the rest of the two days it lies on there stays open', () => {
  const always = { ...IN_PARIS, weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: 0, to: 1440 })) }
  const { exceptions } = hoursInZone(always, 'Asia/Singapore', 'instants', NOW)
  // The 13th in Paris is from seven in the morning in Singapore to seven on the 14th.
  expect(exceptions.filter(({ date }) => date < '2027-01-16')).toEqual([
    { date: '2027-01-13', from: 0, to: 7 * 60 },
    { date: '2027-01-14', from: 7 * 60, to: 1440 },
  ])
})

test('between any two zones the same moments of the coming weeks are open, while no clock changes', () => {
  const window = { start: NOW, end: after(NOW, 21 * DAY) }
  const zones = fc.constantFrom(
    'Asia/Kathmandu',
    'America/St_Johns',
    'Asia/Singapore',
    'Europe/Paris',
    'Pacific/Kiritimati',
    'UTC',
  )
  const span = fc
    .record({
      day: fc.integer({ min: 1, max: 7 }),
      from: fc.integer({ min: 0, max: 95 }),
      length: fc.integer({ min: 1, max: 40 }),
    })
    .map(({ day, from, length }) => ({ day, from: from * 15, to: Math.min(1440, (from + length) * 15) }))
  const exception = fc
    .record({ day: fc.integer({ min: 12, max: 28 }), isClosed: fc.boolean() })
    .map(({ day, isClosed }) => ({
      date: `2027-01-${day}`,
      from: isClosed ? null : 615,
      to: isClosed ? null : 700,
    }))
  fc.assert(
    fc.property(
      zones,
      zones,
      fc.array(span, { maxLength: 8 }),
      fc.array(exception, { maxLength: 3 }),
      (zone, next, week, exceptions) => {
        const hours = { zone, weekly: week, exceptions }
        const moved = hoursInZone(hours, next, 'instants', NOW)
        expect(moved.zone).toBe(next)
        expect(merged(openIntervals(moved, window))).toEqual(merged(openIntervals(hours, window)))
      },
    ),
    { numRuns: 150 },
  )
})

/** As quarter hours, since two windows that touch may be one afterwards. */
function merged(open: readonly { readonly start: number; readonly end: number }[]): readonly number[] {
  return open.flatMap(({ start, end }) =>
    Array.from({ length: (end - start) / (5 * MINUTE) }, (_, step) => start + step * 5 * MINUTE),
  )
}
