import { type Interval, MINUTE, overlaps } from '../time/time.ts'
import type { Diary } from './diary.ts'
import { findSlots, type Search } from './search.ts'

/** As far apart as starts stand in a list to choose from; any other minute can be typed. */
const LISTED_STEP_MS = 30 * MINUTE

/** Free times of both to choose from, in order of time. Nothing in it overlaps what is left out. */
export function listFree(diary: Diary, search: Search, leftOut: readonly Interval[]): readonly Interval[] {
  return findSlots(diary, search).filter(
    (slot) => slot.start % LISTED_STEP_MS === 0 && !leftOut.some((each) => overlaps(each, slot)),
  )
}
