import { expect, test } from 'vitest'

import { keptFields } from '../../../worker/domain/people/add.ts'
import { aPerson } from '../../support/situations.ts'

const bernard = aPerson('per_executive', {
  name: 'Claude Bernard',
  aliases: ['cb@people.example', 'claude@people.example'],
  unit: 'Finance',
  blockers: ['booked'],
  rules: { minutes: 25, buffers: { before: 5, after: 10 } },
})

test('what was said otherwise is named, in one order', () => {
  const said = {
    name: 'C. Bernard',
    zone: 'Asia/Singapore',
    locale: 'fr',
    unit: 'IT',
    reportsTo: 'per_boss',
  } as const
  expect(keptFields(bernard, said)).toEqual(['name', 'zone', 'locale', 'unit', 'reportsTo'])
})

test('what agrees, or was left empty, is not', () => {
  expect(
    keptFields(bernard, { name: 'Claude Bernard', aliases: ['cb@people.example'], unit: null, blockers: [] }),
  ).toEqual([])
  expect(keptFields(bernard, { rules: { buffers: { before: 5, after: 10 } } })).toEqual([])
})

test('an address, a blocker or a rule he does not have is', () => {
  expect(
    keptFields(bernard, { aliases: ['x@people.example'], blockers: ['handled'], rules: { minutes: 30 } }),
  ).toEqual(['aliases', 'blockers', 'rules'])
})
