import { addDays } from './days.ts'
import type { SessionSituation } from './situation.ts'
import type { Session } from './sessions.ts'
import type { Day, Interval } from './time.ts'
import { toWall } from './zones.ts'

/** Days by which something may be done, on the executive's wall. */
export type DueDays = {
  /** Before the two meet next: the date there is, else the one the cadence asks for. */
  readonly nextTime: Day
  readonly inAWeek: Day
  readonly inTwoWeeks: Day
}

/** `met`: the session the commitment was made in; `next`: the round after it, where there is one already. */
export function dueDays(
  { session: { zone }, programme, now }: SessionSituation,
  met: Interval | null,
  next: Session | null,
): DueDays {
  const today = toWall(zone, now).day
  const byCadence = addDays(met ? toWall(zone, met.end).day : today, programme.policy.cadence)
  const tomorrow = addDays(today, 1)
  const nextTime = next?.time ? toWall(zone, next.time.start).day : byCadence
  return {
    nextTime: nextTime > today ? nextTime : tomorrow,
    inAWeek: addDays(today, 7),
    inTwoWeeks: addDays(today, 14),
  }
}
