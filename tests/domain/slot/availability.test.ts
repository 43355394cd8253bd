import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'

import type { Availability } from '../../../worker/domain/people/person.ts'
import { openIntervals } from '../../../worker/domain/slot/availability.ts'
import { after, before, DAY, HOUR, instant, MINUTE } from '../../../worker/domain/time/time.ts'
import type { Instant, Zone } from '../../../worker/domain/time/time.ts'
import { clockChangesOfAllZones } from '../../support/clock-changes.ts'
import { between, closed, day, EVERY_DAY, hours, instead, weekly } from '../../support/times.ts'

test('nine o’clock stays nine o’clock when the clocks go forward', () => {
  const sundays = hours({ zone: 'Europe/Paris', weekly: weekly([7], '09:00', '12:00') })

  expect(openIntervals(sundays, day('2027-03-21', 8))).toEqual([
    between('2027-03-21T08:00Z', '2027-03-21T11:00Z'),
    between('2027-03-28T07:00Z', '2027-03-28T10:00Z'),
  ])
})

test('hours in Kathmandu begin at a quarter past in UTC', () => {
  const mondays = hours({ zone: 'Asia/Kathmandu', weekly: weekly([1], '09:00', '10:00') })

  expect(openIntervals(mondays, day('2027-03-22'))).toEqual([
    between('2027-03-22T03:15Z', '2027-03-22T04:15Z'),
  ])
})

test('hours in St. John’s keep their half hour on both sides of the change', () => {
  const mornings = hours({ zone: 'America/St_Johns', weekly: weekly([5, 1], '09:00', '10:00') })

  expect(openIntervals(mornings, day('2027-03-12', 4))).toEqual([
    between('2027-03-12T12:30Z', '2027-03-12T13:30Z'),
    between('2027-03-15T11:30Z', '2027-03-15T12:30Z'),
  ])
})

test('several rows of a day add up, and what touches is one, across midnight too', () => {
  const late = hours({
    weekly: [
      ...weekly([1], '20:00', '24:00'),
      ...weekly([2], '00:00', '02:00'),
      ...weekly([1], '19:00', '21:00'),
    ],
  })

  expect(openIntervals(late, day('2027-03-22', 3))).toEqual([
    between('2027-03-22T19:00Z', '2027-03-23T02:00Z'),
  ])
})

test('a date without times is closed, a date with times has these instead', () => {
  const exceptions = [
    closed('2027-03-22'),
    instead('2027-03-23', '10:00', '11:00'),
    instead('2027-03-23', '14:00', '15:00'),
    instead('2027-03-27', '08:00', '09:00'),
  ]

  expect(openIntervals(hours({ exceptions }), day('2027-03-22', 7)).slice(0, 3)).toEqual([
    between('2027-03-23T10:00Z', '2027-03-23T11:00Z'),
    between('2027-03-23T14:00Z', '2027-03-23T15:00Z'),
    between('2027-03-24T09:00Z', '2027-03-24T17:00Z'),
  ])
  expect(openIntervals(hours({ exceptions }), day('2027-03-27'))).toEqual([
    between('2027-03-27T08:00Z', '2027-03-27T09:00Z'),
  ])
})

test('the window clips what reaches beyond it', () => {
  expect(openIntervals(hours(), between('2027-03-22T10:10Z', '2027-03-22T10:20Z'))).toEqual([
    between('2027-03-22T10:10Z', '2027-03-22T10:20Z'),
  ])
  expect(openIntervals(hours(), between('2027-03-22T17:00Z', '2027-03-23T09:00Z'))).toEqual([])
})

test('an hour in the gap is never open, and the hours around it lose nothing else', () => {
  const nights = hours({ zone: 'Europe/Paris', weekly: weekly([7], '01:30', '04:00') })
  const inTheGap = hours({ zone: 'Europe/Paris', weekly: weekly([7], '02:00', '03:00') })

  expect(openIntervals(nights, day('2027-03-28'))).toEqual([
    between('2027-03-28T00:30Z', '2027-03-28T02:00Z'),
  ])
  expect(openIntervals(inTheGap, day('2027-03-28'))).toEqual([])
})

test('open is every moment at which the wall clock stands inside the hours, in every zone at every change', () => {
  const changes = clockChangesOfAllZones()

  fc.assert(
    fc.property(fc.constantFrom(...changes), anyHours, ({ zone, moment }, parts) => {
      const availability = { zone, ...parts }
      const window = { start: before(moment, 2 * DAY), end: after(moment, 2 * DAY) }
      const open = openIntervals(availability, window)
      const probes = [...near(moment), ...near(instant(moment - DAY)), ...near(instant(moment + 7 * HOUR))]

      const found = probes.filter((probe) => open.some(({ start, end }) => start <= probe && probe < end))
      expect(found).toEqual(probes.filter((probe) => isOpenOnTheWall(availability, probe)))
    }),
    { numRuns: 300 },
  )
}, 60_000)

/** Every quarter of an hour within three hours. */
function near(moment: Instant): Instant[] {
  return Array.from({ length: 24 }, (_, index) => instant(moment + (index - 12) * 15 * MINUTE))
}

const anyMinutes = fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15)
const anyHours = fc.record({
  weekly: fc.array(fc.record({ day: fc.constantFrom(...EVERY_DAY), from: anyMinutes, to: anyMinutes }), {
    maxLength: 20,
  }),
  exceptions: fc.constant([]),
})

function isOpenOnTheWall({ zone, weekly: windows }: Availability & { zone: Zone }, moment: Instant): boolean {
  const wall = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone)
  const minutes = wall.hour * 60 + wall.minute
  return windows.some((each) => each.day === wall.dayOfWeek && each.from <= minutes && minutes < each.to)
}
