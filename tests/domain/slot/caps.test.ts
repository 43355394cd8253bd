import { expect, test } from 'vitest'

import { whyNot } from '../../../worker/domain/slot/judge.ts'
import {
  aDiary,
  aPersonDiary,
  aSessionAt,
  between,
  busyAt,
  EVERY_DAY,
  hours,
  weekly,
} from '../../support/times.ts'

const MONDAY_TEN = between('2027-03-22T10:00Z', '2027-03-22T10:30Z')

test('a day is full by the person’s own calendar', () => {
  const availability = hours({ zone: 'Asia/Kathmandu', weekly: weekly(EVERY_DAY, '00:00', '24:00') })
  const busy = [aSessionAt('2027-03-22T03:00Z', '2027-03-22T03:30Z')]
  const mentor = aPersonDiary({ availability, busy, rules: { perDay: 1 } })

  expect(whyNot(MONDAY_TEN, aDiary({ mentor }))).toEqual({ reason: 'day-full', most: 1 })
  expect(whyNot(between('2027-03-23T10:00Z', '2027-03-23T10:30Z'), aDiary({ mentor }))).toBeNull()
})

test('a week is full from Monday to Sunday', () => {
  const busy = [aSessionAt('2027-03-22T09:00Z', '2027-03-22T09:30Z', 'ses_one')]
  const executive = aPersonDiary({ busy, rules: { perWeek: 1 } })

  expect(whyNot(between('2027-03-26T10:00Z', '2027-03-26T10:30Z'), aDiary({ executive }))).toEqual({
    reason: 'week-full',
    most: 1,
  })
  expect(whyNot(between('2027-03-29T10:00Z', '2027-03-29T10:30Z'), aDiary({ executive }))).toBeNull()
  expect(whyNot(between('2027-03-19T10:00Z', '2027-03-19T10:30Z'), aDiary({ executive }))).toBeNull()
})

test('three times held for one session fill a day by one, and a busy feed fills none', () => {
  const hold = (start: string, end: string) => ({ ...aSessionAt(start, end), kind: 'hold' }) as const
  const busy = [
    hold('2027-03-22T09:00Z', '2027-03-22T09:30Z'),
    hold('2027-03-22T14:00Z', '2027-03-22T14:30Z'),
    busyAt('2027-03-22T16:00Z', '2027-03-22T16:30Z'),
  ]

  expect(whyNot(MONDAY_TEN, aDiary({ mentor: aPersonDiary({ busy, rules: { perDay: 2 } }) }))).toBeNull()
  expect(whyNot(MONDAY_TEN, aDiary({ mentor: aPersonDiary({ busy, rules: { perDay: 1 } }) }))?.reason).toBe(
    'day-full',
  )
})
