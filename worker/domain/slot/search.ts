import type { SessionId } from '../ids.ts'
import { isWithin, SESSION_MINUTES } from '../limits.ts'
import type { Policy } from '../programme/programme.ts'
import { multiplesIn, type Pairs, sharedBy, type Spans, startsWithin, without } from '../time/spans.ts'
import { after, DAY, earliest, latest, MINUTE } from '../time/time.ts'
import type { Instant, Interval } from '../time/time.ts'
import { keptFree } from './buffers.ts'
import { fullDays, fullWeeks } from './caps.ts'
import type { Diary, PersonDiary } from './diary.ts'
import { openTimes, unnamedTimes } from './hours.ts'
import type { Side } from './hours.ts'
import { earliestStart, latestStart } from './judge.ts'

export type Search = {
  /** A slot must start in it. */
  readonly window: Interval
  readonly minutes: number
  readonly limit?: number
  readonly ignoring?: SessionId | null
}

/** Every zone's offset is a multiple of it, so that its multiples since 1970 are at :00 :15 :30 :45 in every zone. */
export const START_STEP_MS = 15 * MINUTE

/** All slots that the judge accepts, on quarter hours, in time order. */
export function findSlots(diary: Diary, search: Search): Interval[] {
  const length = search.minutes * MINUTE
  return findStarts(diary, search).map((start) => ({ start, end: after(start, length) }))
}

/** The same slots as starts only, which is cheaper. */
export function findStarts(diary: Diary, search: Search): Instant[] {
  return multiplesIn(findStartSpans(diary, search), START_STEP_MS, search.limit ?? Infinity)
}

/** The moments at which a slot of that length may start, also between quarter hours. */
export function findStartSpans(diary: Diary, { window, minutes, ignoring = null }: Search): Spans {
  const start = latest(window.start, earliestStart(diary))
  const end = earliest(window.end, after(latestStart(diary), 1))
  if (start >= end || !isWithin(minutes, SESSION_MINUTES)) return []

  const free = sharedBy(freeTimes(diary, 'mentor', ignoring), freeTimes(diary, 'executive', ignoring))
  const starts = startsWithin(free, minutes * MINUTE, { start, end })
  return without(starts, closedTimes(diary, { start, end }, ignoring))
}

/**
 * One person's hours without busy times and buffers: the whole bookable range, and a day more on both sides. Cached per
 * diary, because one executive is compared with many mentors and a search is followed by a ranking. Diaries are
 * immutable.
 */
export function freeTimes(diary: Diary, side: Side, ignoring: SessionId | null): Spans {
  const { policy, now } = diary
  const person = diary[side]
  const hasOwnTimes = ignoring !== null && person.busy.some(({ sessionId }) => sessionId === ignoring)
  const key = { policy, now, side, ignoring: hasOwnTimes ? ignoring : null }
  const last = lastFound.get(person)
  if (last && isSame(last.key, key)) return last.free

  const free = findFree(diary, side, ignoring)
  lastFound.set(person, { key, free })
  return free
}

type CacheKey = {
  readonly policy: Policy
  readonly now: Instant
  readonly side: Side
  readonly ignoring: SessionId | null
}

const lastFound = new WeakMap<PersonDiary, { readonly key: CacheKey; readonly free: Spans }>()

function isSame(one: CacheKey, other: CacheKey): boolean {
  return (
    one.policy === other.policy &&
    one.now === other.now &&
    one.side === other.side &&
    one.ignoring === other.ignoring
  )
}

function findFree(diary: Diary, side: Side, ignoring: SessionId | null): Spans {
  const { policy, now } = diary
  const window = {
    start: after(now, -DAY),
    end: after(latestStart(diary), SESSION_MINUTES.most * MINUTE + DAY),
  }
  const open = openTimes(diary[side], policy, side, upTo(window, diary[side]))
  return without(open, keptFree(diary[side], policy, side, window, ignoring))
}

/** Nobody is there after the last day in the programme. */
function upTo({ start, end }: Interval, { leaves }: PersonDiary): Interval {
  return { start, end: leaves ? latest(start, earliest(end, leaves.at)) : end }
}

/** Where nothing may start, although it may continue: full days and weeks, and the second pass of a repeated hour. */
function closedTimes(diary: Diary, window: Interval, ignoring: SessionId | null): Pairs {
  const sides: readonly Side[] = ['mentor', 'executive']
  return sides.flatMap((side) => [
    ...fullDays(diary[side], window, ignoring),
    ...fullWeeks(diary[side], window, ignoring),
    ...unnamedTimes(diary[side], side, window),
  ])
}
