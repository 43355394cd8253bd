import { expect, test } from 'vitest'

import type { Policy } from '../../../worker/domain/programme/programme.ts'
import { whyNot } from '../../../worker/domain/slot/judge.ts'
import { findSlots } from '../../../worker/domain/slot/search.ts'
import {
  aDiary,
  aPersonDiary,
  aSessionAt,
  at,
  between,
  busyAt,
  day,
  EVERY_DAY,
  hours,
  weekly,
} from '../../support/times.ts'

const MONDAY_TEN = between('2027-03-22T10:00Z', '2027-03-22T10:30Z')

test('between two sessions of a mentor lies the larger of his buffers, not their sum', () => {
  const policy = ruled({ buffers: { before: 20, after: 10 } })
  const gap = (busy: string, until: string): string | undefined =>
    whyNot(MONDAY_TEN, aDiary({ policy, mentor: aPersonDiary({ busy: [aSessionAt(busy, until)] }) }))?.reason

  expect(gap('2027-03-22T09:10Z', '2027-03-22T09:40Z')).toBeUndefined()
  expect(gap('2027-03-22T09:11Z', '2027-03-22T09:41Z')).toBe('buffer')
  expect(gap('2027-03-22T10:50Z', '2027-03-22T11:20Z')).toBeUndefined()
  expect(gap('2027-03-22T10:49Z', '2027-03-22T11:20Z')).toBe('buffer')
})

test('next to something else of a mentor’s, the session’s own buffers count', () => {
  const policy = ruled({ buffers: { before: 20, after: 10 } })
  const gap = (busy: string, until: string): string | undefined =>
    whyNot(MONDAY_TEN, aDiary({ policy, mentor: aPersonDiary({ busy: [busyAt(busy, until)] }) }))?.reason

  expect(gap('2027-03-22T09:00Z', '2027-03-22T09:41Z')).toBe('buffer')
  expect(gap('2027-03-22T10:40Z', '2027-03-22T11:00Z')).toBeUndefined()
  expect(gap('2027-03-22T10:39Z', '2027-03-22T11:00Z')).toBe('buffer')
})

test('a buffer says when it is over', () => {
  const mentor = aPersonDiary({ busy: [aSessionAt('2027-03-22T09:30Z', '2027-03-22T10:00Z')] })

  expect(
    whyNot(MONDAY_TEN, aDiary({ mentor, policy: ruled({ buffers: { before: 0, after: 10 } }) })),
  ).toEqual({
    reason: 'buffer',
    until: at('2027-03-22T10:10Z'),
  })
})

test('a mentor’s own buffers stand above the programme’s', () => {
  const busy = [aSessionAt('2027-03-22T09:30Z', '2027-03-22T10:00Z')]
  const mentor = aPersonDiary({ busy, rules: { buffers: { before: 0, after: 0 } } })

  expect(
    whyNot(MONDAY_TEN, aDiary({ mentor, policy: ruled({ buffers: { before: 0, after: 10 } }) })),
  ).toBeNull()
})

test('an executive’s travel time is kept free on his side', () => {
  const busy = [busyAt('2027-03-22T09:00Z', '2027-03-22T09:50Z')]
  const executive = aPersonDiary({ busy, rules: { travelBuffer: 15 } })

  expect(whyNot(MONDAY_TEN, aDiary({ executive }))).toEqual({
    reason: 'buffer',
    until: at('2027-03-22T10:05Z'),
  })
  expect(whyNot(MONDAY_TEN, aDiary({ executive: aPersonDiary({ busy }) }))).toBeNull()
})

test('a buffer reaches over midnight and over the change of the clocks', () => {
  const allDay = hours({ zone: 'America/New_York', weekly: weekly(EVERY_DAY, '00:00', '24:00') })
  const busy = [aSessionAt('2027-03-14T04:30Z', '2027-03-14T04:55Z')]
  const mentor = aPersonDiary({ availability: allDay, busy, rules: { buffers: { before: 0, after: 30 } } })
  const diary = aDiary({ mentor, executive: aPersonDiary({ availability: allDay }) })
  const slots = findSlots(diary, { window: day('2027-03-14'), minutes: 30 })

  expect(slots.filter(({ start }) => start > at('2027-03-14T03:30Z')).at(0)?.start).toBe(
    at('2027-03-14T05:30Z'),
  )
})

function ruled(parts: Partial<Policy>): Policy {
  return { ...aDiary().policy, ...parts }
}
