import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Trip } from '../../../worker/domain/people/person.ts'
import { DEFAULT_POLICY } from '../../../worker/domain/programme/programme.ts'
import { openHours, zoneOfAt } from '../../../worker/domain/slot/hours.ts'
import { overlappingTrip } from '../../../worker/domain/slot/trips.ts'
import { addDays } from '../../../worker/domain/time/days.ts'
import { after, DAY, HOUR } from '../../../worker/domain/time/time.ts'
import { aPersonDiary, at, hours } from '../../support/times.ts'

const ZONES = ['Asia/Singapore', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland', 'Europe/Paris']
const START = at('2027-03-01T00:00Z')
const HOURS = Array.from({ length: 24 * 16 }, (_, hour) => after(START, hour * HOUR))

const anyTrips = fc.array(
  fc
    .record({
      zone: fc.constantFrom(...ZONES),
      day: fc.integer({ min: 0, max: 12 }),
      days: fc.integer({ min: 0, max: 4 }),
    })
    .map(({ zone, day, days }): Trip => {
      const from = addDays('2027-03-01', day)
      return { zone, from, to: addDays(from, days) }
    }),
  { minLength: 2, maxLength: 4 },
)

test('the order in which trips are listed changes neither where somebody is nor when he is free', () => {
  fc.assert(
    fc.property(
      anyTrips.chain((trips) =>
        fc.tuple(fc.constant(trips), fc.shuffledSubarray(trips, { minLength: trips.length })),
      ),
      ([trips, shuffled]) => {
        expect(zonesOf(shuffled)).toEqual(zonesOf(trips))
        expect(freeOf(shuffled)).toEqual(freeOf(trips))
      },
    ),
    { numRuns: 60 },
  )
})

test('on the day between two trips the one that begins later holds', () => {
  const trips: readonly Trip[] = [
    { zone: 'America/New_York', from: '2027-03-03', to: '2027-03-05' },
    { zone: 'Asia/Singapore', from: '2027-03-05', to: '2027-03-09' },
  ]
  const zones = [trips, trips.toReversed()].map((each) =>
    ['2027-03-04T15:00Z', '2027-03-04T17:00Z', '2027-03-05T15:00Z'].map((moment) =>
      zoneOfAt({ zone: 'Europe/Paris', rules: { trips: each } }, at(moment)),
    ),
  )
  const expected = ['America/New_York', 'Asia/Singapore', 'Asia/Singapore']
  expect(zones).toEqual([expected, expected])
})

test('two trips may share the day of travel, and no other', () => {
  const trip = (from: string, to: string, zone = 'Asia/Singapore'): Trip => ({ zone, from, to })
  const first = trip('2027-03-03', '2027-03-05')
  expect(overlappingTrip([first, trip('2027-03-06', '2027-03-09')])).toBeNull()
  expect(overlappingTrip([first, trip('2027-03-05', '2027-03-09', 'UTC')])).toBeNull()
  expect(overlappingTrip([trip('2027-03-05', '2027-03-09', 'UTC'), first])).toBeNull()

  expect(overlappingTrip([first, trip('2027-03-04', '2027-03-09', 'UTC')])).toBe(1)
  expect(overlappingTrip([trip('2027-03-04', '2027-03-09', 'UTC'), first])).toBe(0)
  expect(overlappingTrip([first, first])).not.toBeNull()
  expect(overlappingTrip([trip('2027-03-01', '2027-03-20'), trip('2027-03-05', '2027-03-06', 'UTC')])).toBe(1)
})

function zonesOf(trips: readonly Trip[]) {
  return HOURS.map((moment) => zoneOfAt({ zone: 'Europe/Paris', rules: { trips } }, moment))
}

function freeOf(trips: readonly Trip[]) {
  const diary = aPersonDiary({ availability: hours({ zone: 'Europe/Paris' }), rules: { trips } })
  return openHours(diary, DEFAULT_POLICY, 'executive', { start: START, end: after(START, 16 * DAY) })
}
