import type { ProgrammeId } from '../ids.ts'
import { isWithin, KEY_DAYS } from '../limits.ts'
import { type Actor, managedBy } from '../people/permission.ts'
import type { Person } from '../people/person.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { addDays, daysBetween, startOfDay } from '../time/days.ts'
import type { Day, Instant } from '../time/time.ts'
import { toWall } from '../time/zones.ts'
import type { Key } from './key.ts'

export type KeyWish = Pick<Key, 'id' | 'name' | 'access' | 'programmes'> & {
  /** The last day on which it works, by its maker's clock. */
  readonly expiresOn: Day
}

type Making = {
  readonly maker: Person
  readonly actor: Actor
  readonly isOwner: boolean
  readonly now: Instant
}

/**
 * A key for the programmes that its maker manages, or, for the owner alone, for the details of health. Refused if its last
 * day is over or more than a year away, and for a programme that is not hers.
 */
export function decideKey(
  { expiresOn, ...wish }: KeyWish,
  { maker, actor, isOwner, now }: Making,
): Result<Key, Refusal> {
  const days = daysBetween(toWall(maker.zone, now).day, expiresOn)
  if (days < KEY_DAYS.least) return refuse({ reason: 'day-passed' })
  if (!isWithin(days, KEY_DAYS)) return refuse({ reason: 'key-too-long', days: KEY_DAYS.most })
  const isForHealth = wish.access === 'health'
  if (isForHealth && !isOwner) return refuse({ reason: 'not-found' })
  const managed = new Set<ProgrammeId>(managedBy(actor))
  if (!isForHealth && !wish.programmes.every((id) => managed.has(id))) return refuse({ reason: 'not-found' })
  return accept({
    ...wish,
    programmes: isForHealth ? [] : [...new Set(wish.programmes)],
    ...{ personId: maker.id, address: maker.email, madeAt: now, endedAt: null, usedOn: null },
    endsAt: startOfDay(maker.zone, addDays(expiresOn, 1)),
  })
}
