import { accept } from '../result.ts'
import { DAY, instant, type Interval } from '../time/time.ts'
import type { BusyProblem } from './busy-reading.ts'
import { type Component, lineNamed, linesNamed } from './components.ts'
import { lengthOf, mayTouch, periodLength } from './feed-length.ts'
import {
  clockOf,
  clocksOfLine,
  type EventStart,
  type FeedTimes,
  isMarked,
  isNear,
  type Length,
  MARGIN,
  type Marks,
  marksOf,
} from './feed-times.ts'
import { type ContentLine, parameter } from './lines.ts'
import { occurrences } from './recurrence.ts'
import { readRule, type RecurrenceRule } from './rule.ts'
import type { ZoneClock } from './timezones.ts'
import { readWritten, type Written } from './values.ts'

/** By UID: the occurrences that are replaced by an event of their own (RECURRENCE-ID). */
export function changesOf(events: readonly Component[], times: FeedTimes): ReadonlyMap<string, Marks> {
  const found = new Map<string, Set<number>>()
  for (const event of events) {
    const line = lineNamed(event, 'RECURRENCE-ID')
    const uid = lineNamed(event, 'UID')?.value
    if (!line || !uid) continue
    if (parameter(line, 'RANGE')) times.problems.add('rule-unsupported')
    const marks = found.get(uid) ?? new Set()
    for (const mark of marksOf(line, times)) marks.add(mark)
    found.set(uid, marks)
  }
  return found
}

/** The intervals of one event that may touch the window, with its recurrences. */
export function occurrencesOf(
  event: Component,
  changes: ReadonlyMap<string, Marks>,
  times: FeedTimes,
): Interval[] {
  const line = lineNamed(event, 'DTSTART')
  const written = line && readWritten(line.value)
  if (!written) return addProblem(times, 'unreadable-time')

  const start = { line, written }
  const again = lineNamed(event, 'RECURRENCE-ID') === null
  const repeated = again && (lineNamed(event, 'RRULE') !== null || lineNamed(event, 'RDATE') !== null)
  const length = lengthOf(event, start, times)
  if (!length.ok)
    return repeated || mayTouch(written.wall, length.refusal, times.window)
      ? addProblem(times, length.refusal.problem)
      : []
  if (!repeated && !isNear(written.wall, length.value, times.window)) return []
  return repeated
    ? recurrencesOf(event, start, length.value, changes, times)
    : intervalsAt([written.wall], clockOf(line, written, times), length.value, times)
}

function recurrencesOf(
  event: Component,
  start: EventStart,
  length: Length,
  changes: ReadonlyMap<string, Marks>,
  times: FeedTimes,
): Interval[] {
  const clock = clockOf(start.line, start.written, times)
  const rules = linesNamed(event, 'RRULE').flatMap(({ value }) =>
    wallsOfRule(value, start.written, length, clock, times),
  )
  const changed = changes.get(lineNamed(event, 'UID')?.value ?? '') ?? new Set<number>()
  const left = [changed, new Set(linesNamed(event, 'EXDATE').flatMap((line) => marksOf(line, times)))]
  const walls = [...new Set([start.written.wall, ...rules])].filter(
    (wall) => isNear(wall, length, times.window) && !isMarked(left, clock ?? instant, wall),
  )
  const added = linesNamed(event, 'RDATE').flatMap((line) => intervalsOfRdate(line, length, times))
  return [
    ...intervalsAt(walls, clock, length, times),
    ...added.filter(({ start: at }) => !left.some((marks) => marks.has(at))),
  ]
}

function intervalsAt(
  walls: readonly number[],
  clock: ZoneClock | null,
  length: Length,
  times: FeedTimes,
): Interval[] {
  if (walls.length > 0 && !clock) return addProblem(times, 'unknown-zone')
  return clock ? walls.map((wall) => intervalAt(wall, clock, length)) : []
}

function intervalAt(wall: number, clock: ZoneClock, length: Length): Interval {
  return { start: clock(wall), end: instant(clock(wall + length.wall) + length.exact) }
}

/** The wall clocks of a rule near the window, up to its UNTIL (RFC 5545 §3.3.10). */
function wallsOfRule(
  value: string,
  start: Written,
  length: Length,
  clock: ZoneClock | null,
  times: FeedTimes,
): number[] {
  const rule = readRule(value, start.wall)
  if (!rule.ok) return addProblem(times, rule.refusal)

  const first = Math.floor(start.wall / DAY)
  const end = Math.min(times.window.end, rule.value.until?.wall ?? Infinity) + MARGIN
  const window = {
    from: Math.floor((times.window.start - length.wall - length.exact - MARGIN) / DAY),
    to: Math.ceil(end / DAY),
  }
  const days = occurrences(rule.value, first, window, times.budget)
  if (!days) return addProblem(times, 'too-many')
  return days
    .map((day) => start.wall + (day - first) * DAY)
    .filter((wall) => isUntil(rule.value, wall, start, clock))
}

function isUntil({ until }: RecurrenceRule, wall: number, start: Written, clock: ZoneClock | null): boolean {
  if (!until) return true
  if (until.form === 'date') return wall < until.wall + DAY
  return (until.form === 'utc' && start.form === 'local' && clock ? clock(wall) : wall) <= until.wall
}

/** RDATE (RFC 5545 §3.8.5.2): moments or days with the event's length, or periods with their own. */
function intervalsOfRdate(line: ContentLine, length: Length, times: FeedTimes): Interval[] {
  const clockFor = clocksOfLine(line, times)
  return line.value.split(',').flatMap((value) => {
    const [from = '', to] = value.split('/')
    const written = readWritten(from)
    if (!written) return addProblem(times, 'unreadable-time')
    const own = to === undefined ? accept(length) : periodLength(written, to)
    if (!own.ok)
      return mayTouch(written.wall, own.refusal, times.window) ? addProblem(times, own.refusal.problem) : []
    return isNear(written.wall, own.value, times.window)
      ? intervalsAt([written.wall], clockFor(written), own.value, times)
      : []
  })
}

function addProblem(times: FeedTimes, problem: BusyProblem): never[] {
  times.problems.add(problem)
  return []
}
