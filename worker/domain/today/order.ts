import { after, DAY, type Instant } from '../time/time.ts'
import { type Item, type Kind, KINDS } from './item.ts'

/** An item with what decides its position: the start of its session, if it has a date. */
export type TodayLine = { readonly item: Item; readonly start: Instant | null; readonly now: Instant }

/** The kinds that come even before a session in the next 24 hours: the first of all that there may be. */
const ALWAYS_FIRST: ReadonlySet<Kind> = new Set([
  'restored',
  'sending-stopped',
  'mentor-cannot',
  'mentor-leaves',
])

/**
 * Today's order: by kind; within a kind the earlier start, then the longer wait. An item whose session starts within 24
 * hours comes before all other kinds but those.
 */
export function inOrder(lines: readonly TodayLine[]): readonly Item[] {
  return lines.toSorted(compare).map(({ item }) => item)
}

function compare(one: TodayLine, other: TodayLine): number {
  return (
    bandOf(one) - bandOf(other) ||
    KINDS.indexOf(one.item.kind) - KINDS.indexOf(other.item.kind) ||
    compareStarts(one.start, other.start) ||
    one.item.since - other.item.since
  )
}

function bandOf({ item, start, now }: TodayLine): number {
  if (ALWAYS_FIRST.has(item.kind)) return 0
  return start !== null && start > now && start <= after(now, DAY) ? 1 : 2
}

/** An item without a date comes after one with a date. */
function compareStarts(one: Instant | null, other: Instant | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return one - other
}
