import { refuse, accept, type Result } from '../result.ts'
import { DAY, type Interval } from '../time/time.ts'
import type { BusyProblem } from './busy-reading.ts'
import { type Component, lineNamed } from './components.ts'
import { clockOf, type EventStart, type FeedTimes, isNear, type Length } from './feed-times.ts'
import { parameter } from './lines.ts'
import { readDuration, readWritten, type Written } from './values.ts'

/** Why an event has no length, and which times around its start it may take nevertheless, in wall-clock milliseconds. */
export type LengthRefusal = { readonly problem: BusyProblem; readonly before: number; readonly after: number }

/**
 * A DTEND in the same zone keeps its wall time when the offset changes. Without an end, a whole day lasts one day and a
 * moment takes no time (RFC 5545 §3.6.1). An end before the start, of the other value type, or that cannot be read says
 * nothing that could be believed: the event is neither busy nor free.
 */
export function lengthOf(
  event: Component,
  start: EventStart,
  times: FeedTimes,
): Result<Length, LengthRefusal> {
  const line = lineNamed(event, 'DTEND')
  const written = line && readWritten(line.value)
  if (line && written) return lengthUntil(start, { line, written }, times)

  const text = lineNamed(event, 'DURATION')?.value
  const duration = readDuration(text ?? '')
  if (duration) return forwards({ wall: duration.days * DAY, exact: duration.exact })
  if (line || text !== undefined) return refuse(UNREADABLE)
  return accept({ wall: start.written.form === 'date' ? DAY : 0, exact: 0 })
}

/** Nobody knows how long it lasts. What began a year ago is over. */
const UNREADABLE: LengthRefusal = { problem: 'unreadable-time', before: 0, after: 366 * DAY }

/** Whether what cannot be measured may matter: far away from the window it does not. */
export function mayTouch(start: number, { before, after }: LengthRefusal, window: Interval): boolean {
  return isNear(start - before, { wall: before + after, exact: 0 }, window)
}

/** A length that does not run backwards. */
function forwards(length: Length): Result<Length, LengthRefusal> {
  const whole = length.wall + length.exact
  return whole < 0 ? refuse({ problem: 'ends-before-start', before: -whole, after: 0 }) : accept(length)
}

function lengthUntil(start: EventStart, end: EventStart, times: FeedTimes): Result<Length, LengthRefusal> {
  const wall = end.written.wall - start.written.wall
  const { form } = start.written
  if ((form === 'date') !== (end.written.form === 'date')) return refuse(UNREADABLE)
  if (form === 'date') return forwards({ wall: wall === 0 ? DAY : wall, exact: 0 })
  const together = form === end.written.form && parameter(start.line, 'TZID') === parameter(end.line, 'TZID')
  return together ? forwards({ wall, exact: 0 }) : lengthAcrossZones(start, end, times)
}

function lengthAcrossZones(
  start: EventStart,
  end: EventStart,
  times: FeedTimes,
): Result<Length, LengthRefusal> {
  const [from, to] = [clockOf(start.line, start.written, times), clockOf(end.line, end.written, times)]
  const wall = Math.max(0, end.written.wall - start.written.wall)
  if (!from || !to) return refuse({ problem: 'unknown-zone', before: 0, after: wall })
  return forwards({ wall: 0, exact: to(end.written.wall) - from(start.written.wall) })
}

/** The length of a period (RFC 5545 §3.3.9): up to an end, or with a duration. */
export function periodLength(start: Written, to: string): Result<Length, LengthRefusal> {
  const end = readWritten(to)
  const duration = readDuration(to)
  if (end) return forwards({ wall: end.wall - start.wall, exact: 0 })
  return duration ? forwards({ wall: duration.days * DAY, exact: duration.exact }) : refuse(UNREADABLE)
}
