import { instant, type Interval, type Zone } from '../time/time.ts'
import { STEPS_OF_A_DAY } from './budget.ts'
import type { BusyInterval, BusyKind, BusyProblem, BusyReading } from './busy-reading.ts'
import { type Component, componentsNamed, readCalendarText, wordOf } from './components.ts'
import { changesOf, occurrencesOf } from './feed-events.ts'
import { type FeedTimes, feedTimes } from './feed-times.ts'
import { readFreeBusy } from './free-busy.ts'

const MAX_CHARACTERS = 2 * 1024 * 1024
/** The only properties that are read: no title, place or name. */
const KEPT: ReadonlySet<string> = new Set(
  'BEGIN END DTSTART DTEND DURATION RRULE RDATE EXDATE RECURRENCE-ID UID STATUS TRANSP FREEBUSY'
    .split(' ')
    .concat(
      'X-MICROSOFT-CDO-BUSYSTATUS X-WR-TIMEZONE X-LIC-LOCATION TZID TZOFFSETFROM TZOFFSETTO'.split(' '),
    ),
)
/** Some 75 000 occurrences, each with its zone: far more than a calendar of people has. */
const MAX_STEPS = 200_000 * STEPS_OF_A_DAY

/**
 * The busy times of a published calendar (RFC 5545 §3.6.1, §3.6.4), without titles. `zone` is for whole days and times
 * without a zone, unless the feed names one.
 */
export function readBusy(text: string, window: Interval, zone: Zone = 'UTC'): BusyReading {
  if (text.length > MAX_CHARACTERS) return unknownReading('too-large')
  const { root, complete } = readCalendarText(text, KEPT)
  const calendars = root.components.filter(({ name }) => name === 'VCALENDAR')
  if (calendars.length === 0) return unknownReading('no-calendar')

  const times = feedTimes(root, window, zone, { left: MAX_STEPS })
  if (!complete) times.problems.add('incomplete')
  const events = calendars.flatMap((calendar) => componentsNamed(calendar, 'VEVENT'))
  const found = [...busyEvents(events, times), ...readFreeBusy(calendars, times)]
  if (times.budget.left < 0) return unknownReading('too-many')
  const problems = [...times.problems]
  return { state: problems.length > 0 ? 'unknown' : 'known', busy: mergeIntervals(found, window), problems }
}

function busyEvents(events: readonly Component[], times: FeedTimes): BusyInterval[] {
  const changes = changesOf(events, times)
  const found: BusyInterval[] = []
  for (const event of events) {
    if (times.budget.left < 0) break
    const kind = kindOf(event)
    if (kind) for (const interval of occurrencesOf(event, changes, times)) found.push({ ...interval, kind })
  }
  return found
}

/** Null for an event that takes no time: transparent, cancelled, or FREE in Outlook's property. */
function kindOf(event: Component): BusyKind | null {
  const status = wordOf(event, 'STATUS')
  const shown = wordOf(event, 'X-MICROSOFT-CDO-BUSYSTATUS')
  if (wordOf(event, 'TRANSP') === 'TRANSPARENT' || status === 'CANCELLED' || shown === 'FREE') return null
  if (shown === 'OOF') return 'out-of-office'
  return status === 'TENTATIVE' || shown === 'TENTATIVE' ? 'tentative' : 'busy'
}

const STRENGTH: readonly BusyKind[] = ['tentative', 'busy', 'out-of-office']

/** A sweep over all edges. At each edge the strongest running kind counts. */
function mergeIntervals(intervals: readonly BusyInterval[], window: Interval): BusyInterval[] {
  const edges = intervals
    .flatMap(({ start, end, kind }) => {
      const [from, to] = [Math.max(start, window.start), Math.min(end, window.end)]
      const rank = STRENGTH.indexOf(kind)
      return from < to
        ? [
            { at: from, rank, by: 1 },
            { at: to, rank, by: -1 },
          ]
        : []
    })
    .toSorted((one, other) => one.at - other.at)
  const running = [0, 0, 0]
  const found: BusyInterval[] = []
  let since = 0
  let kind: BusyKind | null = null
  for (const [index, { at, rank, by }] of edges.entries()) {
    running[rank] = (running[rank] ?? 0) + by
    if (edges[index + 1]?.at === at) continue
    const next = STRENGTH.findLast((_, strength) => (running[strength] ?? 0) > 0) ?? null
    if (next === kind) continue
    if (kind) found.push({ start: instant(since), end: instant(at), kind })
    since = at
    kind = next
  }
  return found
}

function unknownReading(problem: BusyProblem): BusyReading {
  return { state: 'unknown', busy: [], problems: [problem] }
}
