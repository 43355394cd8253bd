import { instant, type Instant } from '../time/time.ts'
import { type Component, lineNamed } from './components.ts'
import { type ContentLine, parameter } from './lines.ts'
import type { CalendarProblem, ProposedTime } from './reading.ts'
import { readDuration, readWritten } from './values.ts'
import type { Clocks } from './zone-names.ts'

export type ReadTime =
  | { readonly ok: true; readonly moment: Instant }
  | { readonly ok: false; readonly problem: CalendarProblem | null }

/** The moment of a date-time line (RFC 5545 §3.3.5). A whole day, or a wall clock without a known zone, has none. */
export function momentOf(line: ContentLine | null, clocks: Clocks): ReadTime {
  if (!line) return { ok: false, problem: null }
  const written = readWritten(line.value)
  if (!written || written.form === 'date') return { ok: false, problem: 'unreadable-time' }
  if (written.form === 'utc') return { ok: true, moment: instant(written.wall) }

  const tzid = parameter(line, 'TZID')
  const clock = tzid === null ? null : clocks(tzid)
  return clock ? { ok: true, moment: clock(written.wall) } : { ok: false, problem: 'unknown-zone' }
}

export function momentNamed(event: Component, name: string, clocks: Clocks): Instant | null {
  const read = momentOf(lineNamed(event, name), clocks)
  return read.ok ? read.moment : null
}

/**
 * A stamp is in UTC, even without its `Z` (RFC 5545 §3.8.7.2), unless it names a zone. Null for Outlook's year 1601.
 */
export function stampNamed(event: Component, name: string, clocks: Clocks): Instant | null {
  const line = lineNamed(event, name)
  const written = line && readWritten(line.value)
  if (!written || written.form === 'date' || written.wall < 0) return null
  const read = momentOf(line, clocks)
  return read.ok ? read.moment : instant(written.wall)
}

/** DTSTART with DTEND or DURATION. The end is null if neither can be read or it is not after the start. */
export function timeOf(event: Component, clocks: Clocks): ProposedTime | null {
  const start = momentNamed(event, 'DTSTART', clocks)
  if (start === null) return null
  const end = endOf(event, start, clocks)
  return { start, end: end !== null && end > start ? end : null }
}

/** An end is given, and it is not after the start. */
export function hasNoLength(event: Component, clocks: Clocks): boolean {
  const start = momentNamed(event, 'DTSTART', clocks)
  const end = start === null ? null : endOf(event, start, clocks)
  return start !== null && end !== null && end <= start
}

function endOf(event: Component, start: Instant, clocks: Clocks): Instant | null {
  return momentNamed(event, 'DTEND', clocks) ?? endAfter(start, lineNamed(event, 'DURATION'))
}

function endAfter(start: Instant, line: ContentLine | null): Instant | null {
  const duration = line && readDuration(line.value)
  return duration ? instant(start + duration.days * 86_400_000 + duration.exact) : null
}
