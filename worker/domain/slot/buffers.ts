import type { SessionId } from '../ids.ts'
import type { Policy } from '../programme/programme.ts'
import { type Pairs, pairsAround } from '../time/spans.ts'
import { MINUTE } from '../time/time.ts'
import type { Interval } from '../time/time.ts'
import type { Busy, PersonDiary } from './diary.ts'
import type { Side } from './hours.ts'

/** A person's busy times, without those of the session itself and without empty ones. */
export function takenOf({ busy }: PersonDiary, ignoring: SessionId | null): readonly Busy[] {
  return busy.filter((each) => takesTime(each, ignoring))
}

export function takesTime({ start, end, sessionId }: Busy, ignoring: SessionId | null): boolean {
  return start < end && (ignoring === null || sessionId !== ignoring)
}

/**
 * The busy times with the buffers around them, as far as they touch the window, in the diary's order. Next to another
 * session the larger buffer counts; next to anything else the new session's own, `after` it or `before` it.
 */
export function keptFree(
  person: PersonDiary,
  policy: Policy,
  side: Side,
  window: Interval,
  ignoring: SessionId | null,
): Pairs {
  const { before, after } = buffersOf(person, policy, side)
  const larger = Math.max(before, after)
  const besideSessions = { before: larger, after: larger }
  const besideOthers = { before: after, after: before }
  return pairsAround(person.busy, window, (taken) => {
    if (!takesTime(taken, ignoring)) return null
    return isSession(taken) ? besideSessions : besideOthers
  })
}

/** Whether the time is Sotto's own: a session, or a hold for one. */
export function isSession({ kind }: Busy): boolean {
  return kind === 'session' || kind === 'hold'
}

/** In milliseconds. */
export function buffersOf(
  { rules }: PersonDiary,
  policy: Policy,
  side: Side,
): { before: number; after: number } {
  if (side === 'executive')
    return milliseconds({ before: rules.travelBuffer ?? 0, after: rules.travelBuffer ?? 0 })
  return milliseconds(rules.buffers ?? policy.buffers)
}

function milliseconds({ before, after }: Policy['buffers']): { before: number; after: number } {
  return { before: before * MINUTE, after: after * MINUTE }
}
