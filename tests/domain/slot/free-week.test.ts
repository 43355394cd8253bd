import fc from 'fast-check'
import { expect, test } from 'vitest'

import { freeWeek } from '../../../worker/domain/slot/free-week.ts'
import { whyNot } from '../../../worker/domain/slot/judge.ts'
import { startOfDay } from '../../../worker/domain/time/days.ts'
import { after, DAY, iso, overlaps } from '../../../worker/domain/time/time.ts'
import { anySituation } from '../../support/diaries.ts'
import { aDiary, at, between } from '../../support/times.ts'

const diary = aDiary()
const search = { minutes: 30, avoid: [], from: diary.now, until: after(diary.now, 28 * DAY) }

test('a dozen times of seven days, in order, and the day on which a later week begins', () => {
  const week = freeWeek(diary, search)
  const [first] = week.times
  const last = week.times.at(-1)

  expect(week.times).toHaveLength(12)
  expect(week.times).toEqual(week.times.toSorted((one, other) => one.start - other.start))
  expect((last?.start ?? 0) - (first?.start ?? 0)).toBeLessThan(7 * DAY)
  const later = freeWeek(diary, { ...search, from: startOfDay('UTC', week.laterFrom ?? '') })
  expect(iso(later.times[0]?.start ?? diary.now) >= `${week.laterFrom}T00:00`).toBe(true)
  expect(later.times.every(({ start }) => week.times.every((each) => each.start !== start))).toBe(true)
})

test('whoever goes on to later weeks comes to an end, long before the horizon', () => {
  const far = { ...diary, policy: { ...diary.policy, horizon: 365 } }
  const weeks: string[] = []
  for (let day: string | null = '2027-03-01'; day;) {
    weeks.push(day)
    day = freeWeek(far, { ...search, from: startOfDay('UTC', day) }).laterFrom
  }
  expect(weeks.length).toBeLessThanOrEqual(5)
  expect(freeWeek(far, { ...search, from: at('2027-06-01T00:00Z') }).times).toEqual([])
})

test('nothing that is shown already, or was refused, is among them', () => {
  const avoid = [between('2027-03-02T00:00Z', '2027-03-04T00:00Z')]
  const { times } = freeWeek(diary, { ...search, avoid })

  expect(times.some((time) => avoid.some((each) => overlaps(each, time)))).toBe(false)
})

test('the judge that makes offers accepts every one of them', () => {
  fc.assert(
    fc.property(anySituation(), ({ diary: any, window }) => {
      const wish = { minutes: 30, avoid: [], from: window.start, until: after(window.start, 28 * DAY) }
      const { times } = freeWeek(any, wish)
      expect(times.map((time) => whyNot(time, any))).toEqual(times.map(() => null))
    }),
    { numRuns: 60 },
  )
})
