import type { Busy, Diary } from '../../worker/domain/slot/diary.ts'
import { after, DAY, MINUTE } from '../../worker/domain/time/time.ts'
import type { Instant, Interval } from '../../worker/domain/time/time.ts'
import { aPersonDiary, aDiary, at, hours, weekly, WORKING_DAYS } from '../support/times.ts'

export type Size = { readonly mentors: number; readonly weeks: number; readonly busyPerDay: number }

export const NOW = at('2027-03-01T07:00Z')

export function weeksFrom(start: Instant, weeks: number): Interval {
  return { start, end: after(start, weeks * 7 * DAY) }
}

/** One executive in Paris with each mentor, in seven zones. The same size gives the same diaries. */
export function diariesOf({ mentors, weeks, busyPerDay }: Size): Diary[] {
  const policy = { ...aDiary().policy, horizon: weeks * 7, buffers: { before: 0, after: 10 } }
  const executive = aPersonDiary({
    availability: hours({ zone: 'Europe/Paris', weekly: [] }),
    busy: busyDays(weeks, 2, random(1)),
  })
  return Array.from({ length: mentors }, (_, index) => {
    const zone = ZONES[index % ZONES.length] ?? 'UTC'
    const twoWindows = [...weekly(WORKING_DAYS, '09:00', '12:30'), ...weekly(WORKING_DAYS, '13:30', '18:00')]
    const mentor = aPersonDiary({
      availability: hours({ zone, weekly: twoWindows }),
      busy: busyDays(weeks, busyPerDay, random(index + 2)),
    })
    return aDiary({ mentor, executive, policy, now: NOW })
  })
}

const ZONES = [
  'Europe/Paris',
  'America/New_York',
  'Europe/London',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Europe/Helsinki',
  'Africa/Cairo',
]

function busyDays(weeks: number, perDay: number, next: () => number): Busy[] {
  const blocks = Array.from({ length: weeks * 7 * perDay }, (_, index) => {
    const midnight = after(NOW, Math.floor(index / Math.max(1, perDay)) * DAY)
    const start = after(midnight, Math.floor(next() * 132) * 5 * MINUTE)
    return { start, end: after(start, (1 + Math.floor(next() * 12)) * 5 * MINUTE) }
  })
  return blocks
    .toSorted((one, other) => one.start - other.start)
    .map((block) => ({ ...block, sessionId: null, kind: 'busy' }))
}

/** A repeatable sequence for each seed (linear congruential generator, Numerical Recipes' constants). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
