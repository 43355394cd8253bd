import { expect, test } from 'vitest'

import { MAX_NEVER_WINDOWS, MAX_TRIPS } from '../../../worker/domain/limits.ts'
import type { PersonRules } from '../../../worker/domain/people/person.ts'
import { decideTimeRule, type TimeRule } from '../../../worker/domain/people/time-rule.ts'
import { aPerson } from '../../support/situations.ts'
import { at } from '../../support/times.ts'

const trip = (from: string, to: string, zone = 'America/New_York'): TimeRule => ({
  kind: 'trip',
  trip: { zone, from, to },
})
const mondays: TimeRule = { kind: 'never', windows: [{ day: 1, from: 0, to: 600 }] }
const by = { id: 'per_odile', door: 'link' } as const

function decide(rules: PersonRules, what: 'add' | 'remove', rule: TimeRule) {
  const person = aPerson('per_bernard', { rules })
  const decided = decideTimeRule(person, 'prg_1', { what, rule }, { at: at('2027-03-15T08:00Z'), by })
  if (!decided.ok) return decided.refusal
  return decided.value.people[0]?.after.rules ?? 'nothing'
}

test('it is added to what holds, in the order of days; the same again changes nothing', () => {
  const rules = { minutes: 25, trips: [{ zone: 'Asia/Tokyo', from: '2027-04-05', to: '2027-04-09' }] }
  const after = decide(rules, 'add', trip('2027-03-16', '2027-03-19'))
  expect(after).toEqual({
    minutes: 25,
    trips: [{ zone: 'America/New_York', from: '2027-03-16', to: '2027-03-19' }, ...rules.trips],
  })
  expect(decide(rules, 'add', trip('2027-04-05', '2027-04-09', 'Asia/Tokyo'))).toBe('nothing')
  expect(decide({ never: [{ day: 1, from: 0, to: 600 }] }, 'add', mondays)).toBe('nothing')
})

test('taken away, the last one leaves no rule behind; what was never there changes nothing', () => {
  expect(decide({ minutes: 25, never: [{ day: 1, from: 0, to: 600 }] }, 'remove', mondays)).toEqual({
    minutes: 25,
  })
  expect(decide({ minutes: 25 }, 'remove', mondays)).toBe('nothing')
})

test('nobody is in two places at once, and a list has an end', () => {
  const rules = { trips: [{ zone: 'Asia/Tokyo', from: '2027-04-05', to: '2027-04-09' }] }
  expect(decide(rules, 'add', trip('2027-04-08', '2027-04-12'))).toEqual({ reason: 'trips-overlap' })
  const full = Array.from({ length: MAX_NEVER_WINDOWS }, (_, minute) => ({ day: 2, from: minute, to: 600 }))
  expect(decide({ never: full }, 'add', mondays)).toEqual({ reason: 'list-full', most: MAX_NEVER_WINDOWS })
  const days = Array.from({ length: MAX_TRIPS }, (_, index) => `20${28 + index}-01-01`)
  const trips = days.map((day) => ({ zone: 'Asia/Tokyo', from: day, to: day }))
  expect(decide({ trips }, 'add', trip('2027-04-08', '2027-04-12'))).toEqual({
    reason: 'list-full',
    most: MAX_TRIPS,
  })
})
