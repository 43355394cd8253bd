import { after, overlaps } from '../time/time.ts'
import type { Interval } from '../time/time.ts'
import type { Diary } from './diary.ts'
import { latestStart } from './judge.ts'
import { dayOf, rate, SLOT_POINTS } from './ranking.ts'
import type { DayPart, RankReason, Rated, RankingWishes } from './ranking.ts'
import { findSlots } from './search.ts'

export type RankedOption = Interval & { readonly reasons: readonly RankReason[] }

export type OptionSearch = RankingWishes & {
  readonly minutes: number
  readonly count: number
  /** An option must start in it. Default: from now to the horizon. */
  readonly window?: Interval
  /** Refused times: nothing that overlaps one is proposed, and other days come before theirs. */
  readonly avoid?: readonly Interval[]
  /** Times that were proposed in vain: what overlaps one comes only when nothing else is left. */
  readonly lastResort?: readonly Interval[]
  /** Times that are chosen already: what is found is spread beside them, and overlaps none. */
  readonly beside?: readonly Interval[]
  /** Only mornings, or only afternoons, by the executive's clock. */
  readonly part?: DayPart | null
}

/**
 * The best times to offer, best first: on different days if possible, in different halves of the day, near the cadence
 * date, at preferred hours, without splitting the mentor's free time. No two overlap.
 */
export function findOptions(diary: Diary, search: OptionSearch): RankedOption[] {
  const { minutes, ignoring = null, avoid = [], lastResort = [], beside = [], part = null } = search
  const window = search.window ?? { start: diary.now, end: after(latestStart(diary), 1) }
  const slots = findSlots(diary, { window, minutes, ignoring })
  const chosen: Rated[] = rate(diary, inTimeOrder(beside), search)
  const count = chosen.length + search.count
  const inPart = rate(diary, slots, search).filter((slot) => part === null || slot.part === part)
  const rated = withoutRefused(diary, inPart, avoid)
  const isNew = (slot: Interval): boolean => !overlapsAny(slot, lastResort)
  choose(lastResort.length > 0 ? rated.filter(isNew) : rated, chosen, count)
  if (lastResort.length > 0) choose(rated, chosen, count)
  return chosen.map((each, index) => toOption(each, chosen.slice(0, index))).slice(beside.length)
}

/** Adds the best ones to the chosen, up to `count`. No two overlap. */
function choose(slots: readonly Rated[], chosen: Rated[], count: number): void {
  let left = chosen.length > 0 ? slots.filter((slot) => !overlapsAny(slot, chosen)) : slots
  while (chosen.length < count) {
    const best = bestOf(left, chosen)
    if (!best) return
    left = left.filter((slot) => !overlaps(slot, best))
    chosen.push(best)
  }
}

/** What overlaps a refused time goes; another time on the day of one costs points. */
function withoutRefused(
  diary: Diary,
  slots: readonly Rated[],
  refused: readonly Interval[],
): readonly Rated[] {
  if (refused.length === 0) return slots
  const days = new Set(refused.map((each) => dayOf(diary, each)))
  return slots
    .filter((slot) => !overlapsAny(slot, refused))
    .map((slot) => (days.has(slot.day) ? { ...slot, points: slot.points + SLOT_POINTS.refusedDay } : slot))
}

function overlapsAny(slot: Interval, others: readonly Interval[]): boolean {
  return others.some((each) => overlaps(each, slot))
}

/** Times that are chosen already, each with the reasons for it, in order of time. */
export function explainTimes(
  diary: Diary,
  times: readonly Interval[],
  wishes: RankingWishes,
): readonly RankedOption[] {
  const rated = rate(diary, inTimeOrder(times), wishes)
  return rated.map((each, index) => toOption(each, rated.slice(0, index)))
}

function inTimeOrder(times: readonly Interval[]): readonly Interval[] {
  return times.toSorted((one, other) => one.start - other.start)
}

/** The slots sorted best first, each rated alone. `slots` must be in time order. */
export function rankSlots(diary: Diary, slots: readonly Interval[], wishes: RankingWishes): RankedOption[] {
  return rate(diary, slots, wishes)
    .toSorted((one, other) => one.points - other.points)
    .map((each) => toOption(each, []))
}

/** The slot with the fewest points next to the chosen ones; of equal ones the one whose turn it is. */
function bestOf(left: readonly Rated[], chosen: readonly Rated[]): Rated | null {
  let best: Rated | null = null
  let fewest = Infinity
  for (const slot of left) {
    const points = slot.points + pointsBeside(slot, chosen)
    if (points > fewest || (points === fewest && best && slot.turn >= best.turn)) continue
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
