import { MINUTE, widen } from './time.ts'
import type { Busy, PersonDiary } from './diary.ts'
import type { Side } from './hours.ts'
import type { SessionId } from './ids.ts'
import type { Policy } from './programmes.ts'
import type { Interval } from './time.ts'

/** What is taken of somebody's time, but for what the session itself holds already, and for what takes no time. */
export function takenOf({ busy }: PersonDiary, ignoring: SessionId | null): readonly Busy[] {
  return busy.filter(
    ({ start, end, sessionId }) => start < end && (ignoring === null || sessionId !== ignoring),
  )
}

/**
 * What is taken, with the time to be kept free around it: next to another session the larger of both buffers counts,
 * next to anything else the new session's own, `after` it or `before` it.
 */
export function keptFree(
  person: PersonDiary,
  policy: Policy,
  side: Side,
  ignoring: SessionId | null,
): Interval[] {
  const { before, after } = buffersOf(person, policy, side)
  const larger = Math.max(before, after)
  return takenOf(person, ignoring).map((taken) =>
    isSession(taken) ? widen(taken, larger, larger) : widen(taken, after, before),
  )
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
