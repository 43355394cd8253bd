import { addDays, startOfDay } from '../time/days.ts'
import { type Day, type Instant, latest } from '../time/time.ts'
import { toInstant } from '../time/zones.ts'
import type { Person } from './person.ts'

type Leaving = Pick<Person, 'zone' | 'departure'>

/** What follows from a departure begins at eight on the last day, when those whom it concerns can be reached. */
const FOLLOWS_AT_WALL_MINUTES = 8 * 60

/** The end of the last day by the person's own clock; null: nobody leaves. */
export function leavesAt({ zone, departure }: Leaving): Instant | null {
  return departure && startOfDay(zone, addDays(departure.on, 1))
}

/** From when on Sotto acts on it: eight on the last day, or once it is said, if that is later. */
export function departureFollowsAt({ zone, departure }: Leaving): Instant | null {
  return departure && latest(departure.saidAt, toInstant(zone, departure.on, FOLLOWS_AT_WALL_MINUTES))
}

/** For a diary: the last day, and its end. */
export function lastDayOf({ zone, departure }: Leaving): { readonly on: Day; readonly at: Instant } | null {
  const at = leavesAt({ zone, departure })
  return departure && at !== null ? { on: departure.on, at } : null
}

/** Whether the membership has ended. */
export function hasLeft({ departure }: Pick<Person, 'departure'>): boolean {
  return departure !== null && departure.leftAt !== null
}

/** Whether a time lies after somebody's last day. */
export function isAfterLeaving(person: Leaving, { end }: { readonly end: Instant }): boolean {
  const until = leavesAt(person)
  return until !== null && end > until
}
