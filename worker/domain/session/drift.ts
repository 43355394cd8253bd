import { isDay, parseWallTime, wallText } from '../time/days.ts'
import type { Instant } from '../time/time.ts'
import { toInstant } from '../time/zones.ts'
import type { Session } from './session.ts'

/**
 * Where the meant wall clock is now, if a law has changed the zone's offset since the time was fixed; null if both
 * agree. `wall` as stored, `2027-03-22T10:00`.
 */
export function driftOf(
  { zone, time }: Pick<Session, 'zone' | 'time'>,
  wall: string | undefined,
): Instant | null {
  if (!time || !wall || wallText(zone, time.start) === wall) return null
  const day = wall.slice(0, 10)
  const minutes = parseWallTime(wall.slice(11))
  return isDay(day) && minutes !== null ? toInstant(zone, day, minutes) : null
}
