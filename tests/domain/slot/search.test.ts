import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'

import type { Diary } from '../../../worker/domain/slot/diary.ts'
import { whyNot } from '../../../worker/domain/slot/judge.ts'
import { findSlots } from '../../../worker/domain/slot/search.ts'
import { after, before, HOUR, instant, iso, MINUTE } from '../../../worker/domain/time/time.ts'
import type { Instant, Interval, Zone } from '../../../worker/domain/time/time.ts'
import { toWall } from '../../../worker/domain/time/zones.ts'
import { clockChangesOfAllZones } from '../../support/clock-changes.ts'
import { anySituation } from '../../support/diaries.ts'
import {
  aDiary,
  aPersonDiary,
  at,
  between,
  day,
  EVERY_DAY,
  hours,
  weekly,
  WORKING_DAYS,
} from '../../support/times.ts'

test('slots begin on the quarters of the hour, and the last one ends with the hours', () => {
  const availability = hours({ weekly: weekly([1], '09:10', '10:20') })
  const diary = aDiary({ mentor: aPersonDiary({ availability }) })

  expect(findSlots(diary, { window: day('2027-03-22'), minutes: 30 })).toEqual([
    between('2027-03-22T09:15Z', '2027-03-22T09:45Z'),
    between('2027-03-22T09:30Z', '2027-03-22T10:00Z'),
    between('2027-03-22T09:45Z', '2027-03-22T10:15Z'),
  ])
})

test('no more slots are listed than were asked for', () => {
  const slots = findSlots(aDiary(), { window: day('2027-03-22', 5), minutes: 30, limit: 2 })

  expect(slots.map(({ start }) => start)).toEqual([at('2027-03-22T09:00Z'), at('2027-03-22T09:15Z')])
})

test('while New York is five hours behind Paris, its mornings begin an hour earlier for Paris', () => {
  const inParis = aPersonDiary({ availability: hours({ zone: 'Europe/Paris', weekly: [] }) })
  const inNewYork = hours({ zone: 'America/New_York', weekly: weekly(WORKING_DAYS, '09:00', '12:00') })
  const diary = aDiary({ mentor: aPersonDiary({ availability: inNewYork }), executive: inParis })
  const firstInParis = (date: string): number | undefined => {
    const [slot] = findSlots(diary, { window: day(date), minutes: 30 })
    return slot && toWall('Europe/Paris', slot.start).minutes / 60
  }

  expect(['2027-03-12', '2027-03-15', '2027-03-26', '2027-03-29'].map(firstInParis)).toEqual([15, 14, 14, 15])
})

test('at every change of every zone each time on the wall is listed once: none in a gap, none doubled', () => {
  const wrong = clockChangesOfAllZones().flatMap(({ zone, moment }) => {
    const window = { start: before(moment, 6 * HOUR), end: after(moment, 6 * HOUR) }
    const listed = findSlots(openAllDay(zone, window.start), { window, minutes: 15 }).map(
      ({ start }) => start,
    )
    const expected = namedQuarters(zone, window)
    return listed.join() === expected.join() ? [] : [`${zone} at ${new Date(moment).toISOString()}`]
  })

  expect(wrong).toEqual([])
}, 60_000)

test('the judge accepts all that is listed, and lists all that it accepts', () => {
  fc.assert(
    fc.property(
      anySituation(),
      fc.constantFrom(15, 25, 30, 60, 240),
      anyIgnoring,
      (situation, minutes, ignoring) => {
        const { diary, window } = situation
        const listed = findSlots(diary, { window, minutes, ignoring })
        const accepted = quartersOf(window)
          .map((start) => ({ start, end: instant(start + minutes * MINUTE) }))
          .filter((slot) => whyNot(slot, diary, { ignoring }) === null)

        expect(listed.map(shown)).toEqual(accepted.map(shown))
      },
    ),
    { numRuns: 300 },
  )
}, 60_000)

const shown = ({ start }: Interval): string => iso(start)

const anyIgnoring = fc.constantFrom(null, 'ses_own' as const)

function openAllDay(zone: Zone, now: Instant): Diary {
  const person = aPersonDiary({ availability: hours({ zone, weekly: weekly(EVERY_DAY, '00:00', '24:00') }) })
  return aDiary({ mentor: person, executive: person, now })
}

function quartersOf({ start, end }: Interval): Instant[] {
  const first = Math.ceil(start / (15 * MINUTE)) * 15 * MINUTE
  const count = Math.max(0, Math.ceil((end - first) / (15 * MINUTE)))
  return Array.from({ length: count }, (_, index) => instant(first + index * 15 * MINUTE))
}

/** The quarters that the wall clock has, by Temporal. */
function namedQuarters(zone: Zone, window: Interval): Instant[] {
  return quartersOf(window).filter((moment) => {
    const zoned = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone)
    return zoned.toPlainDateTime().toZonedDateTime(zone).epochMilliseconds === moment
  })
}
