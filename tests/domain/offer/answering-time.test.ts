import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'

import {
  afterAnsweringDays,
  afterAnsweringTime,
  answeringTime,
  endOfAnsweringDay,
} from '../../../worker/domain/offer/answering-time.ts'
import type { Availability } from '../../../worker/domain/people/person.ts'
import { type Blackout, DEFAULT_POLICY } from '../../../worker/domain/programme/programme.ts'
import { HOUR, type Instant, instant, MINUTE, type Zone } from '../../../worker/domain/time/time.ts'
import { aPerson } from '../../support/situations.ts'
import { at, closed, hours, weekly } from '../../support/times.ts'

test('two working days from a Friday at 17:00 are over on Tuesday at 17:00', () => {
  expect(afterAnsweringDays(odile(), paris('2027-03-19T17:00'), 2)).toBe(paris('2027-03-23T17:00'))
})

test('two working days from a Saturday, or from Monday before work, are over when Tuesday ends', () => {
  for (const sent of ['2027-03-20T11:00', '2027-03-21T23:59', '2027-03-22T06:00', '2027-03-22T08:00'])
    expect(afterAnsweringDays(odile(), paris(sent), 2)).toBe(paris('2027-03-23T18:00'))
})

test('what came after the last hour of a day is seen the next', () => {
  expect(afterAnsweringDays(odile(), paris('2027-03-16T18:00'), 1)).toBe(paris('2027-03-17T18:00'))
  expect(afterAnsweringDays(odile(), paris('2027-03-16T17:59'), 1)).toBe(paris('2027-03-17T17:59'))
})

test('an assistant who is there from Monday to Wednesday has her own working days', () => {
  const known = hours({ zone: 'Europe/Paris', weekly: weekly([1, 2, 3], '09:00', '13:00') })
  expect(afterAnsweringDays(odile({ known }), paris('2027-03-17T12:00'), 2)).toBe(paris('2027-03-23T12:00'))
  expect(endOfAnsweringDay(odile({ known }), paris('2027-03-17T12:00'), 3)).toBe(paris('2027-03-25T00:00'))
})

test('where the last day is shorter, it is over when she leaves', () => {
  const known = hours({
    zone: 'Europe/Paris',
    weekly: [...weekly([1, 2], '08:00', '18:00'), ...weekly([3], '10:00', '12:00')],
  })
  expect(afterAnsweringDays(odile({ known }), paris('2027-03-16T17:00'), 1)).toBe(paris('2027-03-17T12:00'))
  expect(afterAnsweringDays(odile({ known }), paris('2027-03-16T08:30'), 1)).toBe(paris('2027-03-17T10:00'))
})

test('the hours in which an executive meets are not those in which he answers, but a closed day is', () => {
  const known = hours({
    zone: 'Europe/Paris',
    weekly: weekly([4], '09:00', '10:00'),
    exceptions: [closed('2027-03-23')],
  })
  const himself = answeringTime(aPerson('per_executive'), known, {
    isExecutive: true,
    policy: DEFAULT_POLICY,
  })
  expect(afterAnsweringDays(himself, paris('2027-03-19T17:00'), 2)).toBe(paris('2027-03-24T17:00'))
})

test('on a trip the clock there counts', () => {
  const trips = [{ zone: 'Asia/Singapore', from: '2027-03-15', to: '2027-03-26' }]
  const away = answeringTime(aPerson('per_executive', { rules: { trips } }), null, {
    isExecutive: true,
    policy: DEFAULT_POLICY,
  })
  expect(endOfAnsweringDay(away, at('2027-03-16T09:00Z'), 3)).toBe(at('2027-03-19T16:00Z'))
  expect(afterAnsweringDays(away, at('2027-03-16T23:30Z'), 1)).toBe(at('2027-03-17T10:00Z'))
})

test('somebody who is never there is asked all the same, and it ends', () => {
  const blackouts = [{ from: '2027-01-01', to: '2028-12-31', reason: 'away' }]
  expect(afterAnsweringDays(odile({ blackouts }), paris('2027-03-16T12:00'), 2)).toBeGreaterThan(
    paris('2027-03-16T12:00'),
  )
})

/** Weeks around clock changes, east and west, also where the clocks skip midnight. */
const ZONES: readonly Zone[] = [
  'Europe/Paris',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
]

const QUARTER_MS = 15 * MINUTE

const anyCase = fc.record({
  zone: fc.constantFrom(...ZONES),
  from: fc
    .integer({ min: 0, max: 420 * 24 * 4 })
    .map((quarters) => instant(at('2026-12-20T00:00Z') + quarters * QUARTER_MS)),
  blackouts: fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 430 }), fc.integer({ min: 0, max: 9 }))
      .map(([first, length]) => ({ from: dayAfter(first), to: dayAfter(first + length), reason: 'closed' })),
    { maxLength: 12 },
  ),
  count: fc.integer({ min: 1, max: 4 }),
})

test('working days and hours are those that the wall shows, quarter by quarter', () => {
  fc.assert(
    fc.property(anyCase, ({ zone, from, blackouts, count }) => {
      const time = odile({ zone, blackouts })

      expect(afterAnsweringDays(time, from, count)).toBe(countedOff(zone, blackouts, from, count * 10 * 60))
      expect(afterAnsweringTime(time, from, HOUR)).toBe(countedOff(zone, blackouts, from, 60))
      expect(endOfAnsweringDay(time, from, count)).toBe(midnightAfter(zone, blackouts, from, count))
    }),
    { numRuns: 60 },
  )
})

function odile({
  zone = 'Europe/Paris',
  known = null,
  blackouts = [],
}: {
  readonly zone?: Zone
  readonly known?: Availability | null
  readonly blackouts?: readonly Blackout[]
} = {}) {
  const policy = { ...DEFAULT_POLICY, blackouts }
  return answeringTime(aPerson('per_assistant', { zone }), known, { isExecutive: false, policy })
}

function paris(wall: string): Instant {
  return instant(Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Paris').epochMilliseconds)
}

function dayAfter(count: number): string {
  return Temporal.PlainDate.from('2026-12-20').add({ days: count }).toString()
}

/** Looks at the wall each quarter of an hour, until so many minutes were working time. */
function countedOff(zone: Zone, blackouts: readonly Blackout[], from: Instant, minutes: number): Instant {
  let left = minutes
  for (let moment = from; ; moment = instant(moment + QUARTER_MS)) {
    const wall = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone)
    if (isWorkingDay(wall.toPlainDate(), blackouts) && wall.hour >= 8 && wall.hour < 18) left -= 15
    if (left <= 0) return instant(moment + QUARTER_MS)
  }
}

function midnightAfter(zone: Zone, blackouts: readonly Blackout[], from: Instant, count: number): number {
  let day = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate()
  for (let left = count; left > 0;) {
    day = day.add({ days: 1 })
    if (isWorkingDay(day, blackouts)) left -= 1
  }
  return day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
}

function isWorkingDay(day: Temporal.PlainDate, blackouts: readonly Blackout[]): boolean {
  const text = day.toString()
  return day.dayOfWeek <= 5 && !blackouts.some(({ from, to }) => from <= text && text <= to)
}
