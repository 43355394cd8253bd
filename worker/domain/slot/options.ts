import { after, overlaps } from '../time/time.ts'
import type { Interval } from '../time/time.ts'
import type { Diary } from './diary.ts'
import { latestStart } from './judge.ts'
import { SLOT_POINTS, rate } from './ranking.ts'
import type { RankReason, Rated, RankingWishes } from './ranking.ts'
import { findSlots } from './search.ts'

export type RankedOption = Interval & { readonly reasons: readonly RankReason[] }

export type OptionSearch = RankingWishes & {
  readonly minutes: number
  readonly count: number
  /** An option must start in it. Default: from now to the horizon. */
  readonly window?: Interval
  /** Declined times, which are not proposed again. */
  readonly avoid?: readonly Interval[]
}

/**
 * The best times to offer, best first: on different days if possible, in different halves of the day, near the cadence
 * date, at preferred hours, without splitting the mentor's free time. No two overlap.
 */
export function findOptions(diary: Diary, search: OptionSearch): RankedOption[] {
  const { minutes, count, ignoring = null, avoid = [] } = search
  const window = search.window ?? { start: diary.now, end: after(latestStart(diary), 1) }
  const slots = findSlots(diary, { window, minutes, ignoring })
  const chosen: Rated[] = []
  let left = rate(diary, slots, search).filter((slot) => !avoid.some((each) => overlaps(each, slot)))
  while (chosen.length < count) {
    const best = bestOf(left, chosen)
    if (!best) break
    left = left.filter((slot) => !overlaps(slot, best))
    chosen.push(best)
  }
  return chosen.map((each, index) => toOption(each, chosen.slice(0, index)))
}

/** The slots sorted best first, each rated alone. `slots` must be in time order. */
export function rankSlots(diary: Diary, slots: readonly Interval[], wishes: RankingWishes): RankedOption[] {
  return rate(diary, slots, wishes)
    .toSorted((one, other) => one.points - other.points)
    .map((each) => toOption(each, []))
}

/** The slot with the fewest points next to the chosen ones; of equal ones the earliest. */
function bestOf(left: readonly Rated[], chosen: readonly Rated[]): Rated | null {
  let best: Rated | null = null
  let fewest = Infinity
  for (const slot of left) {
    const points = slot.points + pointsBeside(slot, chosen)
    if (points >= fewest) continue
    best = slot
    fewest = points
  }
  return best
}

/** The points a slot costs for a day or half-day that is already chosen. */
export function pointsBeside(
  slot: Pick<Rated, 'day' | 'part'>,
  chosen: readonly Pick<Rated, 'day' | 'part'>[],
): number {
  let points = 0
  for (const { day, part } of chosen) {
    if (day === slot.day) points += SLOT_POINTS.sameDay
    if (part === slot.part) points += SLOT_POINTS.samePart
  }
  return points
}

function toOption({ start, end, reasons, day, part }: Rated, before: readonly Rated[]): RankedOption {
  const spread: RankReason[] = []
  if (before.length > 0 && before.every((each) => each.day !== day)) spread.push('new-day')
  if (before.length > 0 && before.every((each) => each.part !== part)) spread.push('new-day-part')
  return { start, end, reasons: [...spread, ...reasons] }
}
