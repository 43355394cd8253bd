import type { SessionId } from '../ids.ts'
import { after, DAY, earliest, HOUR, type Interval, latest } from '../time/time.ts'
import type { Diary, SlotRefusal } from './diary.ts'
import { isWithinHours, whyNot } from './judge.ts'
import { slotAt } from './slot.ts'

export type NoneSearch = {
  readonly window: Interval
  readonly minutes: number
  readonly ignoring: SessionId | null
}

/** So many days tell what stands against a time in them. */
const MOST_DAYS = 14

/** What can be said of days as a whole; that somebody is taken at ten is no reason for a week. */
const OF_DAYS: ReadonlySet<SlotRefusal['reason']> = new Set<SlotRefusal['reason']>([
  'has-left',
  'blackout',
  'hours-unknown',
  'executive-hours-unknown',
  'outside-availability',
  'day-full',
  'week-full',
])

/** What stands most often against the executive's hours in days where nothing is free; null: now this, now that. */
export function whyNone(diary: Diary, { window, minutes, ignoring }: NoneSearch): SlotRefusal | null {
  const end = earliest(window.end, after(window.start, MOST_DAYS * DAY))
  const counts = new Map<string, { readonly refusal: SlotRefusal; readonly count: number }>()
  for (let start = latest(window.start, diary.now); start < end; start = after(start, HOUR)) {
    const slot = slotAt(start, minutes)
    if (!isWithinHours(diary.executive, 'executive', diary, slot)) continue
    const refusal = whyNot(slot, diary, { ignoring })
    const { count = 0 } = (refusal && counts.get(refusal.reason)) ?? {}
    if (refusal) counts.set(refusal.reason, { refusal, count: count + 1 })
  }
  const [most] = [...counts.values()].toSorted((one, other) => other.count - one.count)
  return most && OF_DAYS.has(most.refusal.reason) ? most.refusal : null
}
