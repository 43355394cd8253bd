import { intervalsOf, pairsOf, sharedBy, unionOf, without } from './spans.ts'
import type { Interval } from './time.ts'

/** Sorted, without gaps of nothing: what overlaps or touches becomes one, what is empty is dropped. */
export function union(intervals: readonly Interval[]): Interval[] {
  return intervalsOf(unionOf(pairsOf(intervals)))
}

/** What lies in both. Each list is sorted and disjoint, as `union` leaves it; linear in both. */
export function intersection(some: readonly Interval[], others: readonly Interval[]): Interval[] {
  return intervalsOf(sharedBy(pairsOf(some), pairsOf(others)))
}

/** What lies in the first list and not in the second. Each is sorted and disjoint; linear in both. */
export function difference(some: readonly Interval[], others: readonly Interval[]): Interval[] {
  return intervalsOf(without(pairsOf(some), pairsOf(others)))
}
