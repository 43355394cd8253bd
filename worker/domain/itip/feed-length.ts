import { DAY } from '../time/time.ts'
import { type Component, lineNamed } from './components.ts'
import { clockOf, type EventStart, type FeedTimes, type Length } from './feed-times.ts'
import { parameter } from './lines.ts'
import { readDuration, readWritten } from './values.ts'

/**
 * A DTEND in the same zone keeps its wall time when the offset changes. Without an end, a whole day lasts one day and a
 * moment takes no time (RFC 5545 §3.6.1).
 */
export function lengthOf(event: Component, start: EventStart, times: FeedTimes): Length {
  const line = lineNamed(event, 'DTEND')
  const written = line && readWritten(line.value)
  if (line && written) return lengthUntil(start, { line, written }, times)

  const text = lineNamed(event, 'DURATION')?.value
  const duration = readDuration(text ?? '')
  if (duration) return { wall: duration.days * DAY, exact: duration.exact }
  if (line || text) times.problems.add('unreadable-time')
  return { wall: start.written.form === 'date' ? DAY : 0, exact: 0 }
}

function lengthUntil(start: EventStart, end: EventStart, times: FeedTimes): Length {
  const wall = end.written.wall - start.written.wall
  const { form } = start.written
  const together = form === end.written.form && parameter(start.line, 'TZID') === parameter(end.line, 'TZID')
  if (together && form === 'date') return { wall: Math.max(DAY, wall), exact: 0 }
  if (together && wall < 0) times.problems.add('no-length')
  return together ? { wall, exact: 0 } : lengthAcrossZones(start, end, times)
}

function lengthAcrossZones(start: EventStart, end: EventStart, times: FeedTimes): Length {
  const [from, to] = [clockOf(start.line, start.written, times), clockOf(end.line, end.written, times)]
  if (from && to) return { wall: 0, exact: to(end.written.wall) - from(start.written.wall) }
  times.problems.add('unknown-zone')
  return { wall: 0, exact: 0 }
}
