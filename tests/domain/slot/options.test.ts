import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Diary } from '../../../worker/domain/slot/diary.ts'
import { zoneAt } from '../../../worker/domain/slot/hours.ts'
import { whyNot } from '../../../worker/domain/slot/judge.ts'
import { findOptions, rankSlots } from '../../../worker/domain/slot/options.ts'
import { findSlots } from '../../../worker/domain/slot/search.ts'
import { instant, iso, overlaps } from '../../../worker/domain/time/time.ts'
import type { Interval } from '../../../worker/domain/time/time.ts'
import { toWall } from '../../../worker/domain/time/zones.ts'
import { anySituation } from '../../support/diaries.ts'
import {
  aDiary,
  aPersonDiary,
  aSessionAt,
  at,
  between,
  day,
  EVERY_DAY,
  hours,
  weekly,
  WORKING_DAYS,
} from '../../support/times.ts'

const THREE = { minutes: 30, count: 3 }

test('three options lie on three days, and not all in the same half of the day', () => {
  const options = findOptions(aDiary(), { ...THREE, near: at('2027-03-22T09:00Z') })

  expect(new Set(options.map(dayOf)).size).toBe(3)
  expect(new Set(options.map(({ start }) => start % 86_400_000 < 43_200_000)).size).toBe(2)
})

test('options lie around the cadence’s date', () => {
  const options = findOptions(aDiary(), { ...THREE, near: at('2027-03-24T09:00Z') })

  expect(options.map(dayOf).toSorted()).toEqual(['2027-03-23', '2027-03-24', '2027-03-25'])
})

test('without a date the first days are the best', () => {
  expect(findOptions(aDiary(), THREE).map(dayOf).toSorted()).toEqual([
    '2027-03-01',
    '2027-03-02',
    '2027-03-03',
  ])
})

test('with a single day open, options share it without overlapping', () => {
  const oneMorning = hours({ weekly: [], exceptions: [{ date: '2027-03-24', from: 9 * 60, to: 10 * 60 }] })
  const options = findOptions(aDiary({ mentor: aPersonDiary({ availability: oneMorning }) }), THREE)

  expect(options.map(shown).toSorted()).toEqual(['2027-03-24T09:00:00Z', '2027-03-24T09:30:00Z'])
})

test('a day farther from the date goes before the same day again', () => {
  const availability = hours({ weekly: weekly([1, 5], '09:00', '17:00') })
  const diary = aDiary({ mentor: aPersonDiary({ availability }) })

  expect(
    findOptions(diary, { ...THREE, near: at('2027-03-22T09:00Z') })
      .map(dayOf)
      .toSorted(),
  ).toEqual(['2027-03-19', '2027-03-22', '2027-03-26'])
})

test('pleasant hours by the executive’s clock go before early, late and lunch', () => {
  const wide = hours({ weekly: weekly(EVERY_DAY, '06:00', '22:00') })
  const inNewYork = hours({ zone: 'America/New_York', weekly: weekly(EVERY_DAY, '06:00', '22:00') })
  const diary = aDiary({
    mentor: aPersonDiary({ availability: wide }),
    executive: aPersonDiary({ availability: inNewYork }),
  })
  const walls = findOptions(diary, { minutes: 30, count: 5, near: at('2027-03-22T09:00Z') }).map(
    ({ start }) => toWall('America/New_York', start).minutes / 60,
  )

  expect(walls.filter(isPleasant)).toEqual(walls)
})

test('on a trip pleasant hours are those of the place', () => {
  const trips = [{ zone: 'Asia/Singapore', from: '2027-03-03', to: '2027-03-09' }]
  const allDay = hours({ weekly: weekly(EVERY_DAY, '00:00', '24:00') })
  const diary = aDiary({
    mentor: aPersonDiary({ availability: allDay }),
    executive: aPersonDiary({ availability: hours({ zone: 'Europe/Paris', weekly: [] }), rules: { trips } }),
  })
  const [best] = findOptions(diary, { minutes: 30, count: 1, near: at('2027-03-04T06:00Z') })

  const { day = '', minutes = 0 } = best ? toWall('Asia/Singapore', best.start) : {}
  expect(day).toBe('2027-03-04')
  expect(isPleasant(minutes / 60)).toBe(true)
})

test('a time beside another session goes before one that breaks up the mentor’s day', () => {
  const mentor = aPersonDiary({
    availability: hours({ weekly: weekly(WORKING_DAYS, '08:00', '18:00') }),
    busy: [aSessionAt('2027-03-22T10:00Z', '2027-03-22T10:30Z')],
  })
  const [best] = findOptions(aDiary({ mentor }), { minutes: 30, count: 1, near: at('2027-03-22T09:00Z') })

  expect(best).toEqual({
    ...between('2027-03-22T10:30Z', '2027-03-22T11:00Z'),
    reasons: ['near-date', 'preferred-hours', 'keeps-day-whole'],
  })
})

test('where the mentor has nothing else, no time leaves him a piece shorter than an hour', () => {
  const mentor = aPersonDiary({ availability: hours({ weekly: weekly(WORKING_DAYS, '09:00', '17:00') }) })
  const starts = rankSlots(
    aDiary({ mentor }),
    findSlots(aDiary({ mentor }), { window: day('2027-03-22'), minutes: 30 }),
    {
      near: at('2027-03-22T09:00Z'),
    },
  )
  const whole = starts.filter(({ reasons }) => reasons.includes('keeps-day-whole'))
  const clocks = whole.map(({ start }) => iso(start).slice(11, 16))

  expect(clocks).toEqual(expect.arrayContaining(['09:00', '10:00', '15:30', '16:30']))
  for (const stub of ['09:15', '09:30', '09:45', '15:45', '16:00', '16:15'])
    expect(clocks).not.toContain(stub)
})

test('equally good times are spread over the hours, and begin on full and half hours', () => {
  const weeks = Array.from({ length: 12 }, (_, week) => at('2027-03-08T12:00Z') + week * 7 * 86_400_000)
  const options = weeks.flatMap((near) => findOptions(aDiary(), { ...THREE, near: instant(near) }))
  const clocks = options.map(({ start }) => (start % 86_400_000) / 3_600_000)

  expect(new Set(clocks).size).toBeGreaterThan(6)
  expect(clocks.filter((hour) => hour % 0.5 !== 0)).toEqual([])
  expect(options.every(({ reasons }) => reasons.includes('preferred-hours'))).toBe(true)
  expect(options.every(({ reasons }) => reasons.includes('keeps-day-whole'))).toBe(true)
})

test('a declined time is not proposed again, nor what overlaps it', () => {
  const search = { ...THREE, near: at('2027-03-22T09:00Z') }
  const declined = findOptions(aDiary(), search)
  const again = findOptions(aDiary(), { ...search, avoid: declined })

  expect(again).toHaveLength(3)
  expect(again.filter((option) => declined.some((each) => overlaps(each, option)))).toEqual([])
})

test('a pick says why it was chosen beside those before it', () => {
  const [first, second] = findOptions(aDiary(), { ...THREE, near: at('2027-03-22T09:00Z') })

  expect(first?.reasons).toEqual(['near-date', 'preferred-hours', 'keeps-day-whole'])
  expect(second?.reasons).toEqual([
    'new-day',
    'new-day-part',
    'near-date',
    'preferred-hours',
    'keeps-day-whole',
  ])
})

test('options start in the window that was asked for', () => {
  const options = findOptions(aDiary(), { ...THREE, window: day('2027-04-05', 5) })

  expect(options.map(dayOf).toSorted()).toEqual(['2027-04-05', '2027-04-06', '2027-04-07'])
})

test('no time fits, no option is made up', () => {
  expect(
    findOptions(aDiary({ mentor: aPersonDiary({ availability: hours({ weekly: [] }) }) }), THREE),
  ).toEqual([])
})

test('ranking puts the best first and loses nothing', () => {
  const slots = findSlots(aDiary(), { window: day('2027-03-22', 5), minutes: 30 })
  const ranked = rankSlots(aDiary(), slots, { near: at('2027-03-24T09:00Z') })

  expect(ranked.at(0)).toMatchObject(between('2027-03-24T09:00Z', '2027-03-24T09:30Z'))
  expect(ranked.map(shown).toSorted()).toEqual(slots.map(shown))
})

test('whatever is offered the judge accepts, no two overlap, and a day repeats only when no other is left', () => {
  fc.assert(
    fc.property(anySituation(), anySearch, ({ diary, window }, parts) => {
      const options = findOptions(diary, { ...parts, window })
      const days = new Set(options.map((option) => wallDayOf(diary, option)))
      const others = findSlots(diary, { ...parts, window }).filter(
        (slot) => !days.has(wallDayOf(diary, slot)) && !options.some((option) => overlaps(option, slot)),
      )

      expect(options.filter((option) => whyNot(option, diary, parts))).toEqual([])
      expect(
        options.filter((one, index) => options.slice(index + 1).some((other) => overlaps(one, other))),
      ).toEqual([])
      expect(days.size === parts.count || others.length === 0).toBe(true)
    }),
    { numRuns: 200 },
  )
}, 60_000)

test('the same input gives the same options', () => {
  fc.assert(
    fc.property(anySituation(), anySearch, ({ diary, window }, parts) => {
      expect(findOptions(diary, { ...parts, window })).toEqual(findOptions(diary, { ...parts, window }))
    }),
    { numRuns: 50 },
  )
}, 60_000)

const anySearch = fc.record({
  minutes: fc.constantFrom(15, 30, 60),
  count: fc.integer({ min: 1, max: 5 }),
  ignoring: fc.constantFrom(null, 'ses_own' as const),
})

function shown({ start }: Interval): string {
  return iso(start)
}

function dayOf({ start }: Interval): string {
  return iso(start).slice(0, 10)
}

/** The day on the executive's clock, which a trip changes. */
function wallDayOf({ executive }: Diary, { start }: Interval): string {
  return toWall(zoneAt(executive, 'executive', start), start).day
}

function isPleasant(hour: number): boolean {
  return (hour >= 9 && hour <= 11.5) || (hour >= 14 && hour <= 16.5)
}
