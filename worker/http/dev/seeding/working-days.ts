import type { WorkingDays } from '../../../../schema/seed/cast.ts'
import { addDays, parseWallTime, weekdayOf } from '../../../domain/time/days.ts'
import type { Day, Instant } from '../../../domain/time/time.ts'
import { toInstant, toWall } from '../../../domain/time/zones.ts'

/** The zone of the cast's stories. */
export const ZONE = 'Europe/Paris'

/** The `count`th day from Monday to Friday after the day of `from`, or before it if negative. Never that day itself. */
export function workingDay(from: Instant, count: WorkingDays): Day {
  const step = count < 0 ? -1 : 1
  let { day } = toWall(ZONE, from)
  for (let left = Math.max(1, Math.abs(count)); left > 0;) {
    day = addDays(day, step)
    if (weekdayOf(day) <= 5) left -= 1
  }
  return day
}

/** `at` is a wall time such as `09:12`. */
export function onWorkingDay(from: Instant, count: WorkingDays, at: string): Instant {
  return toInstant(ZONE, workingDay(from, count), parseWallTime(at) ?? 0)
}
