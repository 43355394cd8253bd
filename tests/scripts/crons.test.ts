import { expect, test } from 'vitest'

import { isDue } from '../../scripts/crons.ts'

test('a cron of stars is due every minute', () => {
  expect(isDue('* * * * *', at('2027-03-28T01:59:00Z'))).toBe(true)
})

test('an hourly cron is due once an hour, a nightly one once a day, by the clock of UTC', () => {
  const minutes = Array.from({ length: 24 * 60 }, (_, index) => new Date(Date.UTC(2027, 2, 28, 0, index)))

  expect(minutes.filter((minute) => isDue('17 * * * *', minute))).toHaveLength(24)
  expect(minutes.filter((minute) => isDue('23 2 * * *', minute))).toEqual([at('2027-03-28T02:23:00Z')])
})

test('lists, ranges and steps are read, and the week begins on Sunday', () => {
  expect(isDue('5,35 8-18 * * 2-6', at('2027-03-22T08:35:00Z'))).toBe(true)
  expect(isDue('5,35 8-18 * * 2-6', at('2027-03-21T08:35:00Z'))).toBe(false)
  expect(isDue('*/15 * 22 3 *', at('2027-03-22T08:45:00Z'))).toBe(true)
  expect(isDue('*/15 * 22 3 *', at('2027-03-22T08:46:00Z'))).toBe(false)
})

function at(moment: string): Date {
  return new Date(moment)
}
