import fc from 'fast-check'
import { expect, test } from 'vitest'

import { difference, intersection, union } from '../../../worker/domain/time/intervals.ts'
import { instant } from '../../../worker/domain/time/time.ts'
import type { Interval } from '../../../worker/domain/time/time.ts'

test('a union holds each moment of its parts once, in order and without touching neighbours', () => {
  fc.assert(
    fc.property(anyIntervals, (parts) => {
      const merged = union(parts)

      expect(momentsOf(merged)).toEqual(MOMENTS.filter((moment) => isIn(parts, moment)))
      merged
        .slice(1)
        .forEach((each, index) => expect(each.start).toBeGreaterThan(merged[index]?.end ?? Infinity))
    }),
  )
})

test('an intersection holds what lies in both, a difference what lies in the first alone', () => {
  fc.assert(
    fc.property(anyIntervals, anyIntervals, (some, others) => {
      const [one, other] = [union(some), union(others)]
      const both = MOMENTS.filter((moment) => isIn(one, moment) && isIn(other, moment))
      const firstAlone = MOMENTS.filter((moment) => isIn(one, moment) && !isIn(other, moment))

      expect(momentsOf(intersection(one, other))).toEqual(both)
      expect(momentsOf(difference(one, other))).toEqual(firstAlone)
    }),
  )
})

const MOMENTS = Array.from({ length: 60 }, (_, index) => index)

const anyIntervals = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 })).map(([start, length]) => ({
    start: instant(start),
    end: instant(Math.min(60, start + length)),
  })),
  { maxLength: 12 },
)

function isIn(intervals: readonly Interval[], moment: number): boolean {
  return intervals.some(({ start, end }) => start <= moment && moment < end)
}

/** A list and not a set, so that a duplicate moment is seen. */
function momentsOf(intervals: readonly Interval[]): number[] {
  return intervals.flatMap(({ start, end }) => MOMENTS.filter((moment) => start <= moment && moment < end))
}
