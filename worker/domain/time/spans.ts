import { instant, type Instant, type Interval } from './time.ts'

/**
 * Disjoint half-open intervals in one flat list: start, end, start, end … ascending, none touching the next. Numbers
 * only: a search walks thousands of them, and an object for each would cost more than the computing.
 */
export type Spans = readonly number[]

/** The same in any order, possibly overlapping. */
export type Pairs = readonly number[]

/** Drops empty intervals. */
export function pairsOf(intervals: readonly Interval[]): number[] {
  const pairs: number[] = []
  for (const { start, end } of intervals) if (start < end) pairs.push(start, end)
  return pairs
}

export function intervalsOf(spans: Spans): Interval[] {
  const intervals: Interval[] = []
  for (let at = 0; at < spans.length; at += 2)
    intervals.push({ start: instant(spans[at] ?? 0), end: instant(spans[at + 1] ?? 0) })
  return intervals
}

/** Intervals with margins (milliseconds), as far as they touch the window; one without a margin is left out. */
export function pairsAround<Kind extends Interval>(
  intervals: readonly Kind[],
  window: Interval,
  marginOf: (each: Kind) => { readonly before: number; readonly after: number } | null,
): Pairs {
  let count = 0
  for (const each of intervals) {
    const margin = marginOf(each)
    if (!margin) continue
    const start = each.start - margin.before
    const end = each.end + margin.after
    if (start < window.end && window.start < end) count = put(count, start, end)
  }
  return scratch.slice(0, count)
}

export function unionOf(pairs: Pairs): Spans {
  const sorted = byStart(pairs)
  const spans: number[] = []
  for (let at = 0; at < sorted.length; at += 2) append(spans, sorted[at] ?? 0, sorted[at + 1] ?? 0)
  return spans
}

/** Appends what starts no earlier than the last: joins overlapping or touching intervals, drops empty ones. */
export function append(spans: number[], start: number, end: number): void {
  if (end <= start) return
  const last = spans.length - 1
  if (last < 0 || start > (spans[last] ?? 0)) spans.push(start, end)
  else if (end > (spans[last] ?? 0)) spans[last] = end
}

/** What is in both. Linear. */
export function sharedBy(some: Spans, others: Spans): Spans {
  let count = 0
  let other = 0
  for (let one = 0; one < some.length; one += 2) {
    const start = some[one] ?? 0
    const end = some[one + 1] ?? 0
    for (; other < others.length; other += 2) {
      const otherStart = others[other] ?? 0
      const otherEnd = others[other + 1] ?? 0
      if (otherStart >= end) break
      if (otherEnd > start) count = put(count, Math.max(start, otherStart), Math.min(end, otherEnd))
      if (otherEnd > end) break
    }
  }
  return scratch.slice(0, count)
}

/** What is in the spans and in none of the pairs. Linear if the pairs are sorted by start, as they usually are. */
export function without(spans: Spans, pairs: Pairs): Spans {
  if (pairs.length === 0) return spans
  const taken = byStart(pairs)
  let count = 0
  let at = 0
  for (let span = 0; span < spans.length; span += 2) {
    let start = spans[span] ?? 0
    const end = spans[span + 1] ?? 0
    for (; at < taken.length; at += 2) {
      const takenStart = taken[at] ?? 0
      const takenEnd = taken[at + 1] ?? 0
      if (takenStart >= end) break
      if (start < takenStart) count = put(count, start, takenStart)
      start = Math.max(start, takenEnd)
      if (takenEnd > end) break
    }
    if (start < end) count = put(count, start, end)
  }
  return scratch.slice(0, count)
}

/** The starts in the window at which a length (milliseconds) fits into one span. */
export function startsWithin(spans: Spans, length: number, window: Interval): Spans {
  let count = 0
  for (let at = 0; at < spans.length; at += 2) {
    const start = Math.max(spans[at] ?? 0, window.start)
    const end = Math.min((spans[at + 1] ?? 0) + 1 - length, window.end)
    if (start < end) count = put(count, start, end)
  }
  return scratch.slice(0, count)
}

/** The multiples of `step` in the spans, at most `most`. */
export function multiplesIn(spans: Spans, step: number, most: number): Instant[] {
  let count = 0
  for (let at = 0; at < spans.length; at += 2) {
    const end = spans[at + 1] ?? 0
    for (let multiple = Math.ceil((spans[at] ?? 0) / step) * step; multiple < end; multiple += step) {
      scratch[count] = instant(multiple)
      count += 1
    }
  }
  return scratch.slice(0, Math.min(count, most))
}

/** The moments that are in the spans. `moments` must be in ascending order. */
export function momentsIn(spans: Spans, moments: Iterable<Instant>): Instant[] {
  const found: Instant[] = []
  let at = 0
  for (const moment of moments) {
    while (at < spans.length && (spans[at + 1] ?? 0) <= moment) at += 2
    if (at < spans.length && (spans[at] ?? 0) <= moment) found.push(moment)
  }
  return found
}

/** Results are written here and then copied: growing new arrays took a quarter of a search's time. */
const scratch: Instant[] = []

function put(count: number, start: number, end: number): number {
  scratch[count] = instant(start)
  scratch[count + 1] = instant(end)
  return count + 2
}

function byStart(pairs: Pairs): Pairs {
  for (let at = 2; at < pairs.length; at += 2)
    if ((pairs[at] ?? 0) < (pairs[at - 2] ?? 0))
      return pairsOf(intervalsOf(pairs).toSorted((one, other) => one.start - other.start))
  return pairs
}
