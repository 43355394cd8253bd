import type { SessionId } from '../ids.ts'
import type { Policy } from '../programme/programme.ts'
import { type Pairs, pairsAround } from '../time/spans.ts'
import { MINUTE } from '../time/time.ts'
import type { Interval } from '../time/time.ts'
import type { Busy, PersonDiary } from './diary.ts'
import type { Side } from './hours.ts'

/** What is taken of somebody's time, but for what the session itself holds already, and for what takes no time. */
export function takenOf({ busy }: PersonDiary, ignoring: SessionId | null): readonly Busy[] {
  return busy.filter((each) => takesTime(each, ignoring))
}

export function takesTime({ start, end, sessionId }: Busy, ignoring: SessionId | null): boolean {
  return start < end && (ignoring === null || sessionId !== ignoring)
}

/**
 * What is taken, with the time to be kept free around it, so far as it touches the window: starts and ends in the
 * diary's order. Next to another session the larger of both buffers counts, next to anything else the new session's
 * own, `after` it or `before` it.
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

/** Whether Sotto put it there: a session, or a time held for one. */
export function isSession({ kind }: Busy): boolean {
  return kind === 'session' || kind === 'hold'
}

/** Milliseconds. */
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
