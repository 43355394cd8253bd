import { DAY, instant, type Interval, type Zone } from '../time/time.ts'
import type { Budget } from './budget.ts'
import type { BusyProblem } from './busy-reading.ts'
import { type Component, lineNamed } from './components.ts'
import { type ContentLine, parameter } from './lines.ts'
import type { ZoneClock } from './timezones.ts'
import { readWritten, type Written } from './values.ts'
import { type Clocks, clocksOf, zoneClock } from './zone-names.ts'

/** The context in which a feed's events are read. Problems are our own codes, never text from the feed. */
export type FeedTimes = {
  readonly window: Interval
  readonly clocks: Clocks
  /** The zone for whole days and for times without a zone. */
  readonly floating: ZoneClock
  readonly budget: Budget
  readonly problems: Set<BusyProblem>
}

/** A length in wall-clock milliseconds, plus exact milliseconds. */
export type Length = { readonly wall: number; readonly exact: number }

/** Moments as instants; a whole day as its midnight plus 0.5, a number that no moment has. */
export type Marks = ReadonlySet<number>

/** No two zones differ by more than this. */
export const MARGIN = 2 * DAY

export function feedTimes(root: Component, window: Interval, fallback: Zone, budget: Budget): FeedTimes {
  const clocks = clocksOf(root, budget)
  const named = root.components.map((calendar) => lineNamed(calendar, 'X-WR-TIMEZONE')?.value).find(Boolean)
  const floating = (named ? clocks(named) : null) ?? zoneClock(fallback)
  return { window, clocks, floating, budget, problems: new Set() }
}

/** Null if the line names an unknown zone. */
export function clockOf(
  line: ContentLine,
  { form }: Written,
  { clocks, floating }: FeedTimes,
): ZoneClock | null {
  if (form === 'utc') return instant
  const tzid = form === 'local' ? parameter(line, 'TZID') : null
  return tzid === null ? floating : clocks(tzid)
}

/** The occurrences that EXDATE or RECURRENCE-ID removes. One that cannot be read removes nothing. */
export function marksOf(line: ContentLine, times: FeedTimes): number[] {
  const clockFor = clocksOfLine(line, times)
  return line.value.split(',').flatMap((value) => {
    const written = readWritten(value)
    if (!written || !isNear(written.wall, { wall: 0, exact: 0 }, times.window)) return []
    if (written.form === 'date') return [written.wall + 0.5]
    const clock = clockFor(written)
    return clock ? [clock(written.wall)] : []
  })
}

/** `clockOf` for all values of one line: its parameters are searched once, however long they are. */
export function clocksOfLine(line: ContentLine, times: FeedTimes): (written: Written) => ZoneClock | null {
  let local: ZoneClock | null | undefined
  return (written) => {
    if (written.form === 'utc') return instant
    if (written.form === 'date') return times.floating
    if (local === undefined) local = clockOf(line, written, times)
    return local
  }
}

export function isMarked(marks: readonly Marks[], clock: ZoneClock, wall: number): boolean {
  const some = marks.filter(({ size }) => size > 0)
  if (some.length === 0) return false
  const [moment, day] = [clock(wall), Math.floor(wall / DAY) * DAY + 0.5]
  return some.some((each) => each.has(moment) || each.has(day))
}

/** Whether the event may touch the window, in any zone. */
export function isNear(wall: number, length: Length, window: Interval): boolean {
  return wall <= window.end + MARGIN && wall + length.wall + length.exact >= window.start - MARGIN
}

/** DTSTART, as a line and as read. */
export type EventStart = { readonly line: ContentLine; readonly written: Written }
