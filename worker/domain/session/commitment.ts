import type { SessionSituation } from '../situation.ts'
import { addDays } from '../time/days.ts'
import type { Day, Instant, Interval, Zone } from '../time/time.ts'
import { toWall } from '../time/zones.ts'
import type { Session } from './session.ts'

/**
 * The day before which the two meet next, on the executive's wall: the date there is, else the one the cadence asks
 * for. `met`: the session the commitment was made in; `next`: the round after it, where there is one already.
 */
export function dueByNextTime(
  { session: { zone }, programme, now }: SessionSituation,
  met: Interval | null,
  next: Session | null,
): Day {
  const byCadence = addDays(toWall(zone, met?.end ?? now).day, programme.policy.cadence)
  const day = next?.time ? toWall(zone, next.time.start).day : byCadence
  const tomorrow = addDays(toWall(zone, now).day, 1)
  return day > tomorrow ? day : tomorrow
}

/** Days that are one tap away in a log. */
export type DueDays = { readonly inAWeek: Day; readonly inTwoWeeks: Day }

export function dueDays(zone: Zone, now: Instant): DueDays {
  const today = toWall(zone, now).day
  return { inAWeek: addDays(today, 7), inTwoWeeks: addDays(today, 14) }
}
