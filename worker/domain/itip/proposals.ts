import { instant } from '../time/time.ts'
import { type Component, lineNamed } from './components.ts'
import { type ContentLine, parameter, upperInPlace } from './lines.ts'
import type { ProposedTime } from './reading.ts'
import { momentNamed, momentOf, timeOf } from './times.ts'
import type { Clocks } from './zone-names.ts'

/** The time that a COUNTER proposes (RFC 5546 §3.2.7). With a start alone, the event keeps its length. */
export function counterProposal(event: Component, clocks: Clocks): ProposedTime | null {
  const proposed = timeOf(event, clocks)
  if (!proposed || proposed.end !== null) return proposed
  const start = momentNamed(event, 'X-MS-OLK-ORIGINALSTART', clocks)
  const end = momentNamed(event, 'X-MS-OLK-ORIGINALEND', clocks)
  return start !== null && end !== null ? keepLength(proposed, { start, end }) : proposed
}

/** Apple's form: `ATTENDEE;TO-ALL-PROPOSED-NEW-TIME="DTSTART:20261105T150000Z;STATUS:NEEDS-ACTION"`, quoted or not. */
export function attendeeProposal(
  attendee: ContentLine,
  event: Component,
  clocks: Clocks,
): ProposedTime | null {
  const at = upperInPlace(attendee.parameters).indexOf('TO-ALL-PROPOSED-NEW-TIME=')
  if (at < 0) return null
  const text = attendee.parameters.slice(at)
  const start = partOf(text, 'DTSTART', event, clocks)
  if (start === null) return null
  const end = partOf(text, 'DTEND', event, clocks)
  const current = timeOf(event, clocks)
  if (end !== null && end > start) return { start, end }
  return current ? keepLength({ start, end: null }, current) : { start, end: null }
}

function partOf(text: string, name: string, event: Component, clocks: Clocks) {
  const match = new RegExp(`${name}(;TZID=[^:";]{1,80})?[:=](\\d{8}T\\d{4,6}Z?)`, 'i').exec(text)
  if (!match?.[2]) return null
  const zone = match[1] ?? zoneOf(lineNamed(event, 'DTSTART'))
  const read = momentOf({ name, parameters: zone, value: match[2] }, clocks)
  return read.ok ? read.moment : null
}

function zoneOf(line: ContentLine | null): string {
  const tzid = line && parameter(line, 'TZID')
  return tzid ? `;TZID="${tzid}"` : ''
}

function keepLength(proposed: ProposedTime, current: ProposedTime): ProposedTime {
  return current.end === null
    ? proposed
    : { ...proposed, end: instant(proposed.start + current.end - current.start) }
}
