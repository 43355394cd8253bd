import fc from 'fast-check'
import { expect, test } from 'vitest'

import { type BusyTime, pack, unpack } from '../../../worker/domain/feed/packing.ts'
import { instant, MINUTE } from '../../../worker/domain/time/time.ts'
import { at, between } from '../../support/times.ts'

const kinds = fc.constantFrom<BusyTime['kind']>('busy', 'tentative', 'out-of-office')
const times = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 3000 }), kinds), {
    maxLength: 30,
  })
  .map((pieces) => {
    let last = at('2027-03-15T00:00Z') / MINUTE
    return pieces.map(([ahead, long, kind]): BusyTime => {
      last += ahead
      return { start: instant(last * MINUTE), end: instant((last + long) * MINUTE), kind }
    })
  })
const ALWAYS = between('2020-01-01T00:00Z', '2040-01-01T00:00Z')

test('what was packed comes back, to the minute', () => {
  fc.assert(
    fc.property(times, (busy) => {
      expect(unpack(pack(busy), ALWAYS)).toEqual(busy)
    }),
  )
})

test('only what touches the window is unpacked', () => {
  const one: BusyTime = { ...between('2027-03-15T09:00Z', '2027-03-15T10:00Z'), kind: 'busy' }
  const two: BusyTime = { ...between('2027-03-15T10:00Z', '2027-03-15T11:00Z'), kind: 'tentative' }
  expect(unpack(pack([one, two]), between('2027-03-15T10:00Z', '2027-03-15T12:00Z'))).toEqual([two])
})

test('parts of a minute are rounded outwards', () => {
  const start = instant(at('2027-03-15T09:00Z') + 30_000)
  const packed = pack([{ start, end: instant(start + 1_000), kind: 'busy' }])
  expect(unpack(packed, ALWAYS)).toEqual([
    { ...between('2027-03-15T09:00Z', '2027-03-15T09:01Z'), kind: 'busy' },
  ])
})
