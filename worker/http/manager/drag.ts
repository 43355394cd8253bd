import { moveSession } from '../../actions/move-session.ts'
import { isDay, parseWallTime } from '../../domain/days.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import { isZone, toInstant } from '../../domain/zones.ts'
import { malformed, refused } from '../answers.tsx'
import { type Ask, identityOf } from '../context.ts'
import { namesIn } from '../names.ts'
import { iso } from '../../domain/time.ts'

/** A drop on the calendar: the wall clock it was dropped at, and the zone the calendar shows. */
export async function dragged(c: Ask, situation: SessionSituation) {
  const { session } = situation
  const body: unknown = await c.req.json().catch(() => null)
  const drop = read(body)
  if (!drop) return malformed(c, 400, 'malformed')

  const by = { id: identityOf(c).person.id, door: 'manager' as const }
  const wish = { start: toInstant(drop.zone, drop.day, drop.wall), minutes: drop.minutes, reason: null }
  const moved = await moveSession(c.get('platform'), session.id, wish, by)
  if (!moved.ok) return refused(c, moved.refusal, namesIn(situation))
  const { time } = moved.value
  return c.json({ start: time && iso(time.start), end: time && iso(time.end) })
}

function read(body: unknown) {
  if (typeof body !== 'object' || body === null) return null
  const wall = 'wall' in body ? String(body.wall) : ''
  const zone = 'zone' in body ? String(body.zone) : ''
  const minutes = 'minutes' in body ? Number(body.minutes) : Number.NaN
  const at = parseWallTime(wall.slice(11, 16))
  const day = wall.slice(0, 10)
  if (!isDay(day) || at === null || !isZone(zone)) return null
  return { day, wall: at, zone, minutes: Number.isInteger(minutes) ? minutes : null }
}
