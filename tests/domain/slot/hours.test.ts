import { expect, test } from 'vitest'

import { DEFAULT_POLICY } from '../../../worker/domain/programme/programme.ts'
import { blackoutOf, openHours, zoneAt } from '../../../worker/domain/slot/hours.ts'
import { aPersonDiary, at, between, closed, day, hours, weekly } from '../../support/times.ts'

test('a mentor without hours has none', () => {
  const mentor = aPersonDiary({ availability: hours({ weekly: [] }) })

  expect(openHours(mentor, DEFAULT_POLICY, 'mentor', day('2027-03-22', 7))).toEqual([])
})

test('an executive without hours has Monday to Friday, eight to six, in his zone', () => {
  const executive = aPersonDiary({ availability: hours({ zone: 'Europe/Paris', weekly: [] }) })

  expect(openHours(executive, DEFAULT_POLICY, 'executive', day('2027-03-26', 4))).toEqual([
    between('2027-03-26T07:00Z', '2027-03-26T17:00Z'),
    between('2027-03-29T06:00Z', '2027-03-29T16:00Z'),
  ])
})

test('a day off closes an executive’s day, even without weekly hours', () => {
  const executive = aPersonDiary({ availability: hours({ weekly: [], exceptions: [closed('2027-03-22')] }) })

  expect(openHours(executive, DEFAULT_POLICY, 'executive', day('2027-03-22'))).toEqual([])
})

test('a trip moves an executive’s hours for its days, and no others', () => {
  const trips = [{ zone: 'Asia/Singapore', from: '2027-03-03', to: '2027-03-09' }]
  const executive = aPersonDiary({
    availability: hours({ zone: 'Europe/Paris', weekly: [] }),
    rules: { trips },
  })
  const open = openHours(executive, DEFAULT_POLICY, 'executive', day('2027-03-01', 11))

  expect(open).toContainEqual(between('2027-03-01T07:00Z', '2027-03-01T17:00Z'))
  expect(open).toContainEqual(between('2027-03-03T00:00Z', '2027-03-03T10:00Z'))
  expect(open).toContainEqual(between('2027-03-09T00:00Z', '2027-03-09T10:00Z'))
  expect(open).toContainEqual(between('2027-03-10T07:00Z', '2027-03-10T17:00Z'))
  expect(open).toHaveLength(9)
  expect(zoneAt(executive, 'executive', at('2027-03-05T12:00Z'))).toBe('Asia/Singapore')
  expect(zoneAt(executive, 'executive', at('2027-03-12T12:00Z'))).toBe('Europe/Paris')
})

test('on the evening before, the trip has begun where its first day has', () => {
  const trips = [{ zone: 'Asia/Singapore', from: '2027-03-03', to: '2027-03-09' }]
  const executive = aPersonDiary({
    availability: hours({ zone: 'Europe/Paris', weekly: [] }),
    rules: { trips },
  })

  expect(openHours(executive, DEFAULT_POLICY, 'executive', day('2027-03-02'))).toEqual([
    between('2027-03-02T07:00Z', '2027-03-02T16:00Z'),
  ])
})

test('a mentor’s own hours never travel', () => {
  const trips = [{ zone: 'Asia/Singapore', from: '2027-03-03', to: '2027-03-09' }]
  const mentor = aPersonDiary({ rules: { trips } })

  expect(openHours(mentor, DEFAULT_POLICY, 'mentor', day('2027-03-03'))).toEqual([
    between('2027-03-03T09:00Z', '2027-03-03T17:00Z'),
  ])
})

test('never Mondays before ten', () => {
  const executive = aPersonDiary({
    availability: hours({ weekly: [] }),
    rules: { never: weekly([1], '00:00', '10:00') },
  })

  expect(openHours(executive, DEFAULT_POLICY, 'executive', day('2027-03-22', 2))).toEqual([
    between('2027-03-22T10:00Z', '2027-03-22T18:00Z'),
    between('2027-03-23T08:00Z', '2027-03-23T18:00Z'),
  ])
})

test('a blackout is whole days by each person’s own wall clock', () => {
  const quarterEnd = { from: '2027-03-30', to: '2027-04-02', reason: 'quarter end' }
  const policy = { ...DEFAULT_POLICY, blackouts: [quarterEnd] }
  const allDay = weekly([1, 2, 3, 4, 5, 6, 7], '00:00', '24:00')
  const inAuckland = aPersonDiary({ availability: hours({ zone: 'Pacific/Auckland', weekly: allDay }) })

  expect(openHours(inAuckland, policy, 'mentor', day('2027-03-28', 8))).toEqual([
    between('2027-03-28T00:00Z', '2027-03-29T11:00Z'),
    between('2027-04-02T11:00Z', '2027-04-05T00:00Z'),
  ])
  expect(blackoutOf(inAuckland, policy, 'mentor', between('2027-03-29T10:45Z', '2027-03-29T11:15Z'))).toBe(
    quarterEnd,
  )
  expect(
    blackoutOf(inAuckland, policy, 'mentor', between('2027-03-29T10:30Z', '2027-03-29T11:00Z')),
  ).toBeNull()
})

test('a mentor whose busy feed cannot be read is not free at all', () => {
  const mentor = aPersonDiary({ feedUnknown: true })

  expect(openHours(mentor, DEFAULT_POLICY, 'mentor', day('2027-03-22', 7))).toEqual([])
})
