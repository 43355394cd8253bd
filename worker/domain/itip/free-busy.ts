import { instant } from '../time/time.ts'
import type { BusyInterval, BusyKind } from './busy-reading.ts'
import { type Component, componentsNamed, linesNamed } from './components.ts'
import { mayTouch, periodLength } from './feed-length.ts'
import type { FeedTimes } from './feed-times.ts'
import { parameter } from './lines.ts'
import { readWritten } from './values.ts'

const KINDS: ReadonlyMap<string, BusyKind | null> = new Map([
  ['FREE', null],
  ['BUSY-TENTATIVE', 'tentative'],
  ['BUSY-UNAVAILABLE', 'out-of-office'],
])

/** FREEBUSY periods (RFC 5545 §3.8.2.6): in UTC, with an end or a duration. An unknown type counts as busy. */
export function readFreeBusy(calendars: readonly Component[], times: FeedTimes): BusyInterval[] {
  const lines = calendars
    .flatMap((calendar) => componentsNamed(calendar, 'VFREEBUSY'))
    .flatMap((component) => linesNamed(component, 'FREEBUSY'))
  return lines.flatMap((line) => {
    const type = parameter(line, 'FBTYPE')?.toUpperCase() ?? 'BUSY'
    const kind = KINDS.has(type) ? (KINDS.get(type) ?? null) : 'busy'
    return kind === null ? [] : line.value.split(',').flatMap((period) => readPeriod(period, kind, times))
  })
}

function readPeriod(text: string, kind: BusyKind, { problems, window }: FeedTimes): BusyInterval[] {
  const [from = '', to = ''] = text.split('/')
  const start = readWritten(from)
  if (!start) {
    problems.add('unreadable-time')
    return []
  }
  const length = periodLength(start, to)
  if (length.ok) {
    const { wall, exact } = length.value
    return [{ start: instant(start.wall), end: instant(start.wall + wall + exact), kind }]
  }
  if (mayTouch(start.wall, length.refusal, window)) problems.add(length.refusal.problem)
  return []
}
