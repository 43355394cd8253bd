import { expect, test } from 'vitest'

import { type Counted, totalsOf } from '../../../worker/domain/programme/totals.ts'
import { after, DAY, instant, MINUTE } from '../../../worker/domain/time/time.ts'
import { at } from '../../support/times.ts'

/** Done by both in two sessions, of which a hand-over copied one. */
const AGREED = [
  { sessionId: 'ses_1', done: 'yes', saidDone: 'yes' },
  { sessionId: 'ses_1', done: 'yes', saidDone: 'yes' },
  { sessionId: 'ses_2', done: 'yes', saidDone: 'yes' },
  { sessionId: 'ses_3', done: 'yes', saidDone: null },
  { sessionId: 'ses_4', done: null, saidDone: 'yes' },
  { sessionId: 'ses_5', done: 'partly', saidDone: 'yes' },
] as const
const FIRST = at('2027-03-01T09:00Z')

test('totals count held and fixed sessions, and nothing about a person', () => {
  const sessions = [
    on(0, { bumps: 2 }),
    on(20, { status: 'cut-short', minutes: 15 }),
    on(44, { status: 'did-not-happen' }),
    on(50, { status: 'cancelled', bumps: 1 }),
    on(0, { pairingId: 'pai_2', executiveId: 'per_2', status: 'fixed' }),
    { ...on(60), status: 'offered' as const, time: null },
  ]
  expect(totalsOf(sessions, ['scale', 'scale', 'filters'], AGREED)).toEqual({
    fixed: 5,
    held: 2,
    minutes: 45,
    medianDays: 20,
    bumps: 3,
    executives: 1,
    doneByBoth: 2,
    ...{ scale: 2, align: 0, filters: 1 },
  })
})

test('the days between are counted within each pairing, and the middle of an even number lies between two', () => {
  const other = { pairingId: 'pai_2', executiveId: 'per_2' } as const
  const sessions = [on(40), on(0), on(20), on(3, other), on(33, other), on(64, other)]
  expect(totalsOf(sessions, [], []).medianDays).toBe(25)
  expect(totalsOf([on(0), on(5, other)], [], []).medianDays).toBe(null)
  expect(totalsOf([], [], [])).toMatchObject({ fixed: 0, medianDays: null })
})

/** Half an hour, that many days after the first. */
function on(days: number, parts: Partial<Counted> & { readonly minutes?: number } = {}): Counted {
  const { minutes = 30, ...others } = parts
  const start = instant(FIRST + days * DAY)
  const time = { start, end: after(start, minutes * MINUTE) }
  return { pairingId: 'pai_1', executiveId: 'per_1', status: 'happened', bumps: 0, time, ...others }
}
