import { expect, test } from 'vitest'

import { dueByNextTime, dueDays } from '../../../worker/domain/session/commitment.ts'
import { fixed, timeOf } from '../../support/rounds.ts'
import { at, between } from '../../support/times.ts'

const PARIS = 'Europe/Paris'

test('“before they meet next” is the fixed date, on the executive’s wall clock', () => {
  const situation = { ...fixed(), now: at('2027-03-22T10:00Z') }
  const time = between('2027-04-07T22:30Z', '2027-04-07T23:00Z')
  expect(dueByNextTime(situation, timeOf(situation), { ...situation.session, time })).toBe('2027-04-08')
})

test('without a date it is the cadence’s date, and never today or earlier', () => {
  const situation = fixed()
  const met = between('2027-03-22T09:00Z', '2027-03-22T09:30Z')
  expect(dueByNextTime({ ...situation, now: at('2027-03-22T10:00Z') }, met, null)).toBe('2027-04-12')
  expect(dueByNextTime({ ...situation, now: at('2027-04-20T10:00Z') }, met, null)).toBe('2027-04-21')
})

test('a week is counted from the wall-clock day', () => {
  expect(dueDays(PARIS, at('2027-03-22T23:30Z'))).toEqual({ inAWeek: '2027-03-30', inTwoWeeks: '2027-04-06' })
})
