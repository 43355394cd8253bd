import type { Instant, Interval } from './time.ts'

/** Sorted, without gaps of nothing: what overlaps or touches becomes one, what is empty is dropped. */
export function union(intervals: readonly Interval[]): Interval[] {
  return merge(intervals.toSorted((one, other) => one.start - other.start))
}

/** The same for what is sorted by start already. */
export function merge(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = []
  let last: { start: Instant; end: Instant } | null = null
  for (const { start, end } of intervals) {
    if (end <= start) continue
    if (last && start <= last.end) {
      if (end > last.end) last.end = end
      continue
    }
    last = { start, end }
    merged.push(last)
  }
  return merged
}

/** What lies in both. Each list is sorted and disjoint, as `union` leaves it; linear in both. */
export function intersection(some: readonly Interval[], others: readonly Interval[]): Interval[] {
  const shared: Interval[] = []
  let at = 0
  for (const one of some) {
    for (let other = others[at]; other && other.start < one.end; other = others[at]) {
      const start = one.start > other.start ? one.start : other.start
      const end = one.end < other.end ? one.end : other.end
      if (start < end) shared.push({ start, end })
      if (other.end > one.end) break
      at += 1
    }
  }
  return shared
}

/** What lies in the first list and not in the second. Each is sorted and disjoint; linear in both. */
export function difference(some: readonly Interval[], others: readonly Interval[]): Interval[] {
  if (others.length === 0) return [...some]
  const left: Interval[] = []
  let at = 0
  for (const one of some) {
    let { start } = one
    for (let other = others[at]; other && other.start < one.end; other = others[at]) {
      if (start < other.start) left.push({ start, end: other.start })
      if (other.end > start) start = other.end
      if (other.end > one.end) break
      at += 1
    }
    if (start < one.end) left.push({ start, end: one.end })
  }
  return left
}
