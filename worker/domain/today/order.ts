import { after, DAY, type Instant } from '../time/time.ts'
import { type Item, type Kind, KINDS } from './item.ts'

/** A line with what decides its place: when its session starts, where it has a date. */
export type Line = { readonly item: Item; readonly start: Instant | null; readonly now: Instant }

/** What even a session of the next 24 hours does not come before. */
const ALWAYS_FIRST: ReadonlySet<Kind> = new Set(['mentor-cannot'])

/**
 * Today's order: by kind; within a kind what starts sooner, then what waits longer. A line whose session starts within
 * 24 hours comes before all other kinds but the first.
 */
export function inOrder(lines: readonly Line[]): readonly Item[] {
  return lines.toSorted(compare).map(({ item }) => item)
}

function compare(one: Line, other: Line): number {
  return (
    bandOf(one) - bandOf(other) ||
    KINDS.indexOf(one.item.kind) - KINDS.indexOf(other.item.kind) ||
    compareStarts(one.start, other.start) ||
    one.item.since - other.item.since
  )
}

function bandOf({ item, start, now }: Line): number {
  if (ALWAYS_FIRST.has(item.kind)) return 0
  return start !== null && start > now && start <= after(now, DAY) ? 1 : 2
}

/** What has no date comes after what has one. */
function compareStarts(one: Instant | null, other: Instant | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return one - other
}
