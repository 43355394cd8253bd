import type { SessionSituation } from '../situation.ts'
import { addDays } from '../time/days.ts'
import type { Day, Instant, Interval, Zone } from '../time/time.ts'
import { toWall } from '../time/zones.ts'
import type { Commitment } from './outcome.ts'
import type { Session } from './session.ts'

/**
 * The day before they meet next, in the executive's zone: from the next date, else from the cadence. `met`: the session
 * of the commitment; `next`: the round after it, if there is one.
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

/** The days that a log offers as buttons. */
export type DueDays = { readonly inAWeek: Day; readonly inTwoWeeks: Day }

export function dueDays(zone: Zone, now: Instant): DueDays {
  const today = toWall(zone, now).day
  return { inAWeek: addDays(today, 7), inTwoWeeks: addDays(today, 14) }
}

type TwoWords = Pick<Commitment, 'done' | 'saidDone'>

/** Neither has anybody seen how it went, nor has the executive said so. */
export function isOpenCommitment({ done, saidDone }: TwoWords): boolean {
  return done === null && saidDone === null
}

/** Only so does it count in totals: one word is not yet a fact. */
export function isDoneByBoth({ done, saidDone }: TwoWords): boolean {
  return done === 'yes' && saidDone === 'yes'
}
