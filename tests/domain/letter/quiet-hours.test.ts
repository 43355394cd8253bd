import { expect, test } from 'vitest'

import { notBeforeMorning } from '../../../worker/domain/letter/quiet-hours.ts'
import { iso } from '../../../worker/domain/time/time.ts'
import { aBrief, aReader, aSignIn, anInvite, anOffer, anOutcome, halfAnHour } from '../../support/letters.ts'
import { at } from '../../support/times.ts'

/** Paris is UTC+1 until 28 March 2027, then UTC+2. */
const FAR = halfAnHour(at('2027-04-20T09:00Z'))

test.each([
  ['2027-03-15T05:59Z', '2027-03-15T06:00Z'],
  ['2027-03-15T06:00Z', '2027-03-15T06:00Z'],
  ['2027-03-15T19:59Z', '2027-03-15T19:59Z'],
  ['2027-03-15T20:00Z', '2027-03-16T06:00Z'],
  ['2027-03-15T23:30Z', '2027-03-16T06:00Z'],
  ['2027-03-27T20:30Z', '2027-03-28T05:00Z'],
])('in Paris a brief written at %s leaves at %s', (now, leaves) => {
  expect(notBeforeMorning(aBrief({ time: FAR }), at(now))).toBe(at(leaves))
})

test('the reader’s own clock counts, also one with odd minutes', () => {
  const reader = aReader({ zone: 'Asia/Kathmandu' })
  const leaves = notBeforeMorning(anOutcome({ reader, time: FAR }), at('2027-03-15T15:15Z'))
  expect(iso(leaves)).toBe('2027-03-16T01:15:00Z')
})

test('what starts within twelve hours does not wait; of several times the first counts', () => {
  const night = at('2027-03-15T22:00Z')
  expect(notBeforeMorning(aBrief({ time: halfAnHour(at('2027-03-16T10:00Z')) }), night)).toBe(night)
  expect(notBeforeMorning(aBrief({ time: halfAnHour(at('2027-03-16T10:01Z')) }), night)).not.toBe(night)
  const others = anOffer().options.slice(1)
  const soon = { id: 'opt_soon', ...halfAnHour(at('2027-03-16T09:00Z')) } as const
  expect(notBeforeMorning(anOffer({ options: [...others, soon] }), night)).toBe(night)
  expect(notBeforeMorning(anOffer({ options: others }), night)).toBe(at('2027-03-16T06:00Z'))
})

test('what is over does not hurry: the question after a late session waits for the morning', () => {
  const time = halfAnHour(at('2027-03-15T21:00Z'))
  expect(notBeforeMorning(anOutcome({ time }), at('2027-03-15T21:35Z'))).toBe(at('2027-03-16T06:00Z'))
})

test('invites and sign-ins never wait', () => {
  const night = at('2027-03-15T22:00Z')
  for (const letter of [anInvite(), anInvite({ method: 'CANCEL' }), aSignIn()])
    expect(notBeforeMorning(letter, night)).toBe(night)
})
