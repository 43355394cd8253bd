import { expect, test } from 'vitest'

import { isFresh, type Over, whyOver } from '../../../worker/domain/sign-in/lasts.ts'
import { after, before, DAY, HOUR, type Instant } from '../../../worker/domain/time/time.ts'
import { at } from '../../support/times.ts'

const USED = at('2027-03-01T08:00Z')
const other = { trusted: false, usedAt: USED, untilAt: after(USED, 12 * HOUR), endedAt: null }
const trusted = { trusted: true, usedAt: USED, untilAt: after(USED, 30 * DAY), endedAt: null }

test.each<[string, typeof other, Instant | null, Instant, Over | null]>([
  ['in its last moment', other, after(USED, 11 * HOUR), after(USED, 12 * HOUR - 1), null],
  ['after twelve hours, however busy', other, after(USED, 12 * HOUR - 1), after(USED, 12 * HOUR), 'half-day'],
  ['after twelve hours, its cookie gone', other, null, after(USED, 13 * HOUR), 'half-day'],
  ['within seven days', trusted, USED, after(USED, 7 * DAY - 1), null],
  ['after seven days without a request', trusted, USED, after(USED, 7 * DAY), 'idle'],
  ['before that, its cookie gone', trusted, null, after(USED, 3 * DAY), 'idle'],
  ['after a request each week', trusted, after(USED, 29 * DAY), after(USED, 30 * DAY - 1), null],
  [
    'after thirty days, however busy',
    trusted,
    after(USED, 30 * DAY - 1),
    after(USED, 30 * DAY),
    'thirty-days',
  ],
  ['idle long before thirty days were over', trusted, USED, after(USED, 31 * DAY), 'idle'],
])('a sign-in %s', (_, signIn, seenAt, now, why) => {
  expect(whyOver(signIn, seenAt, now)).toBe(why)
})

test('a sign-in that was ended by a press is over at once, and says so later too', () => {
  const ended = { ...trusted, endedAt: after(USED, HOUR) }
  expect(whyOver(ended, after(USED, HOUR), after(USED, HOUR))).toBe('signed-out')
  expect(whyOver(ended, after(USED, HOUR), after(USED, 40 * DAY))).toBe('signed-out')
})

test('a link is fresh for twelve hours', () => {
  const now = after(USED, 12 * HOUR)
  expect(isFresh(trusted, before(now, 1))).toBe(true)
  expect(isFresh(trusted, now)).toBe(false)
  expect(isFresh({ usedAt: null }, USED)).toBe(false)
})
