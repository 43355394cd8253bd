import { keptFree } from './buffers.ts'
import { fullDays, fullWeeks } from './caps.ts'
import { openTimes, unnamedTimes } from './hours.ts'
import { multiplesIn, type Pairs, sharedBy, type Spans, startsWithin, without } from './spans.ts'
import { earliestStart, latestStart, LONGEST, SHORTEST } from './slots.ts'
import { after, earliest, latest, MINUTE } from './time.ts'
import type { Diary, PersonDiary } from './diary.ts'
import type { Side } from './hours.ts'
import type { SessionId } from './ids.ts'
import type { Policy } from './programmes.ts'
import type { Instant, Interval } from './time.ts'

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
export function findSlots(diary: Diary, search: Search): Interval[] {
  const length = search.minutes * MINUTE
  return findStarts(diary, search).map((start) => ({ start, end: after(start, length) }))
}

/** The same slots by their starts alone, for whoever looks through many. */
export function findStarts(diary: Diary, search: Search): Instant[] {
  return multiplesIn(findStartSpans(diary, search), QUARTER, search.limit ?? Infinity)
}

/** The moments at which a slot of that length may start, off the quarters of the hour too. */
export function findStartSpans(diary: Diary, { window, minutes, ignoring = null }: Search): Spans {
  const start = latest(window.start, earliestStart(diary))
  const end = earliest(window.end, after(latestStart(diary), 1))
  if (start >= end || minutes < SHORTEST || minutes > LONGEST) return []

  const length = minutes * MINUTE
  // The same for all mentors of one executive, whatever notice each asks for.
  const reach = { start: latest(window.start, diary.now), end: after(end, length) }
  const free = sharedBy(
    freeTimes(diary, 'mentor', reach, ignoring),
    freeTimes(diary, 'executive', reach, ignoring),
  )
  return without(startsWithin(free, length, { start, end }), closedTimes(diary, reach, ignoring))
}

/** One person's hours, less what is taken and what must stay free around it. */
export function freeTimes(diary: Diary, side: Side, window: Interval, ignoring: SessionId | null): Spans {
  const { policy } = diary
  const asked = { person: diary[side], policy, start: window.start, end: window.end, ignoring }
  const last = lastFound[side]
  if (last && isSame(last.asked, asked)) return last.free

  const free = findFree(diary, side, window, ignoring)
  lastFound[side] = { asked, free }
  return free
}

type Asked = {
  readonly person: PersonDiary
  readonly policy: Policy
  readonly start: number
  readonly end: number
  readonly ignoring: SessionId | null
}

/** Diaries never change, and one executive is held against many mentors: what was just found is not found again. */
const lastFound: Record<Side, { readonly asked: Asked; readonly free: Spans } | null> = {
  mentor: null,
  executive: null,
}

function isSame(one: Asked, other: Asked): boolean {
  return (
    one.person === other.person &&
    one.policy === other.policy &&
    one.start === other.start &&
    one.end === other.end &&
    one.ignoring === other.ignoring
  )
}

function findFree(diary: Diary, side: Side, window: Interval, ignoring: SessionId | null): Spans {
  const open = openTimes(diary[side], diary.policy, side, window)
  return without(open, keptFree(diary[side], diary.policy, side, window, ignoring))
}

/** Where nothing may start, though something may last: full days and weeks, and the second pass of a repeated hour. */
function closedTimes(diary: Diary, window: Interval, ignoring: SessionId | null): Pairs {
  const sides: readonly Side[] = ['mentor', 'executive']
  return sides.flatMap((side) => [
    ...fullDays(diary[side], window, ignoring),
    ...fullWeeks(diary[side], window, ignoring),
    ...unnamedTimes(diary[side], side, window),
  ])
}
