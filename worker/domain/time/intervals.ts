import { intervalsOf, pairsOf, sharedBy, unionOf, without } from './spans.ts'
import type { Interval } from './time.ts'

/** Sorted and disjoint: overlapping or touching intervals are joined, empty ones dropped. */
export function union(intervals: readonly Interval[]): Interval[] {
  return intervalsOf(unionOf(pairsOf(intervals)))
}

/** What is in both lists. Each must be sorted and disjoint, as `union` returns it. Linear. */
export function intersection(some: readonly Interval[], others: readonly Interval[]): Interval[] {
  return intervalsOf(sharedBy(pairsOf(some), pairsOf(others)))
}

/** What is in the first list and not in the second. Each must be sorted and disjoint. Linear. */
export function difference(some: readonly Interval[], others: readonly Interval[]): Interval[] {
  return intervalsOf(without(pairsOf(some), pairsOf(others)))
}
