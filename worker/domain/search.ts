import { keptFree } from './buffers.ts'
import { fullDays, fullWeeks } from './caps.ts'
import { openHours, unnamedTimes } from './hours.ts'
import { difference, intersection, union } from './intervals.ts'
import { earliestStart, latestStart, LONGEST, SHORTEST } from './slots.ts'
import { after, earliest, instant, latest, MINUTE, overlaps } from './time.ts'
import type { Diary, PersonDiary } from './diary.ts'
import type { Side } from './hours.ts'
import type { SessionId } from './ids.ts'
import type { Policy } from './programmes.ts'
import type { Interval } from './time.ts'

export type Search = {
  /** In which a slot must start. */
  readonly window: Interval
  readonly minutes: number
  readonly limit?: number
  readonly ignoring?: SessionId | null
}

/** Every zone's offset is a multiple of it, so that its multiples since 1970 stand at :00 :15 :30 :45 on any wall. */
export const QUARTER = 15 * MINUTE

/** All that the judge would accept, on the quarters of the hour, in time order. */
export function findSlots(
  diary: Diary,
  { window, minutes, limit = Infinity, ignoring = null }: Search,
): Interval[] {
  const slots: Interval[] = []
  for (const { start, end } of findStarts(diary, window, minutes, ignoring)) {
    for (let at = Math.ceil(start / QUARTER) * QUARTER; at < end; at += QUARTER) {
      if (slots.length >= limit) return slots
      slots.push({ start: instant(at), end: instant(at + minutes * MINUTE) })
    }
  }
  return slots
}

/** One person's hours, less what is taken and what must stay free around it. */
export function freeTimes(
  diary: Diary,
  side: Side,
  window: Interval,
  ignoring: SessionId | null,
): readonly Interval[] {
  const { start, end } = window
  const asked = { policy: diary.policy, side, start, end, ignoring }
  const last = lastAsked.get(diary[side])
  if (last && isSame(last.asked, asked)) return last.free

  const free = findFree(diary, side, window, ignoring)
  lastAsked.set(diary[side], { asked, free })
  return free
}

type Asked = {
  readonly policy: Policy
  readonly side: Side
  readonly start: number
  readonly end: number
  readonly ignoring: SessionId | null
}

/** Diaries never change, and one executive is held against many mentors: what was just found is not found again. */
const lastAsked = new WeakMap<PersonDiary, { readonly asked: Asked; readonly free: readonly Interval[] }>()

function isSame(one: Asked, other: Asked): boolean {
  return (
    one.policy === other.policy &&
    one.side === other.side &&
    one.start === other.start &&
    one.end === other.end &&
    one.ignoring === other.ignoring
  )
}

function findFree(diary: Diary, side: Side, window: Interval, ignoring: SessionId | null): Interval[] {
  const open = openHours(diary[side], diary.policy, side, window)
  if (open.length === 0 || diary[side].busy.length === 0) return open
  const kept = keptFree(diary[side], diary.policy, side, ignoring).filter((each) => overlaps(each, window))
  return difference(open, union(kept))
}

/** The moments at which a slot of that length may start. */
function findStarts(diary: Diary, window: Interval, minutes: number, ignoring: SessionId | null): Interval[] {
  const start = latest(window.start, earliestStart(diary))
  const end = earliest(window.end, after(latestStart(diary), 1))
  if (start >= end || minutes < SHORTEST || minutes > LONGEST) return []

  const length = minutes * MINUTE
  const reach = { start, end: after(end, length) }
  const free = intersection(
    freeTimes(diary, 'mentor', reach, ignoring),
    freeTimes(diary, 'executive', reach, ignoring),
  )
  const starts: Interval[] = []
  for (const each of free) {
    const last = earliest(after(each.end, 1 - length), end)
    if (each.start < last) starts.push({ start: each.start, end: last })
  }
  const closed = closedTimes(diary, reach, ignoring)
  return closed.length > 0 ? difference(starts, union(closed)) : starts
}

/** Where nothing may start, though something may last: full days and weeks, and the second pass of a repeated hour. */
function closedTimes(diary: Diary, window: Interval, ignoring: SessionId | null): Interval[] {
  const sides: readonly Side[] = ['mentor', 'executive']
  return sides.flatMap((side) => [
    ...fullDays(diary[side], window, ignoring),
    ...fullWeeks(diary[side], window, ignoring),
    ...unnamedTimes(diary[side], side, window),
  ])
}
