import { dayNumber, dayText, weekdayNumber } from './dates.ts'
import { DAY, instant, MINUTE } from './time.ts'
import type { Day, Instant, Interval, WallMinutes, Zone } from './time.ts'
import { ZONE_ALIASES } from './zone-aliases.ts'

/** A period of constant offset (milliseconds east of UTC). */
export type Stretch = Interval & { readonly offset: number }

export type Wall = { readonly day: Day; readonly minutes: WallMinutes; readonly weekday: number }

/** Whether the runtime knows this IANA name. A bare offset (`+05:30`) is not a zone, because it never changes. */
export function isZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false
  try {
    offsetFormat(text)
    return true
  } catch {
    return false
  }
}

/**
 * The one name under which a zone is stored: `us/eastern` is America/New_York, Asia/Calcutta is Asia/Kolkata. Engines write
 * the case right, but differ in the name they prefer. Null if it is no zone.
 */
export function canonicalZone(text: string): Zone | null {
  const name = text.trim().replace(/\s+/g, '_')
  if (!isZone(name)) return null
  const known = offsetFormat(name).resolvedOptions().timeZone
  return ZONE_ALIASES.get(known) ?? known
}

/** Milliseconds east of UTC. */
export function offsetAt(zone: Zone, moment: Instant): number {
  return stretchAt(zone, moment).offset
}

/** The moment of a wall clock: a skipped hour moves later, a repeated hour means the first. `minutes` is 0 to 1440. */
export function toInstant(zone: Zone, day: Day, minutes: WallMinutes): Instant {
  return wallToInstant(zone, dayNumber(day) * DAY + minutes * MINUTE)
}

/** The wall clock at a moment, in whole minutes. */
export function toWall(zone: Zone, moment: Instant): Wall {
  const wall = moment + offsetAt(zone, moment)
  const number = Math.floor(wall / DAY)
  return {
    day: dayText(number),
    minutes: Math.floor((wall - number * DAY) / MINUTE),
    weekday: weekdayNumber(number),
  }
}

/** The wall-clock day as a number: cheaper than `toWall` for counting or comparing days. */
export function wallDayNumber(zone: Zone, moment: Instant): number {
  return Math.floor((moment + offsetAt(zone, moment)) / DAY)
}

/** The window, cut where the offset changes (and, harmlessly, at the edges of the table's chunks). */
export function stretches(zone: Zone, window: Interval): Stretch[] {
  const found: Stretch[] = []
  for (let at = window.start; at < window.end;) {
    const stretch = stretchAt(zone, at)
    const end = stretch.end < window.end ? stretch.end : window.end
    found.push({ start: at, end, offset: stretch.offset })
    at = end
  }
  return found
}

/** The second passes of repeated hours that begin in the window or up to a day before it. */
export function repeatedHours(zone: Zone, window: Interval): Interval[] {
  const repeated: Interval[] = []
  let offset = -Infinity
  for (const stretch of stretches(zone, { start: instant(window.start - DAY), end: window.end })) {
    const { start } = stretch
    if (stretch.offset < offset) repeated.push({ start, end: instant(start + offset - stretch.offset) })
    offset = stretch.offset
  }
  return repeated
}

/** `wall` is the wall clock in milliseconds, as if the zone were UTC. */
function wallToInstant(zone: Zone, wall: number): Instant {
  const earlier = stretchAt(zone, wall - DAY)
  const first = instant(wall - earlier.offset)
  if (wall + DAY < earlier.end || offsetAt(zone, first) === earlier.offset) return first

  const later = stretchAt(zone, wall + DAY)
  const second = instant(wall - later.offset)
  return offsetAt(zone, second) === later.offset ? second : first
}

/** No zone changes its offset twice within `PROBE_STEP_MS`; a chunk is a multiple of it. */
const PROBE_STEP_MS = 6 * DAY
const CHUNK_MS = 180 * DAY

type Chunk = readonly Stretch[]
type Table = { readonly format: Intl.DateTimeFormat; readonly chunks: Map<number, Chunk> }

/** Cached per zone and half-year, because Intl is a hundred times slower than a look-up. */
const tables = new Map<Zone, Table>()

/** Most calls ask for the same zone and season as the call before. */
let last: { readonly zone: Zone; readonly stretch: Stretch } | null = null

function stretchAt(zone: Zone, moment: number): Stretch {
  if (last?.zone === zone && last.stretch.start <= moment && moment < last.stretch.end) return last.stretch

  const stretch = findStretch(zone, moment)
  last = { zone, stretch }
  return stretch
}

function findStretch(zone: Zone, moment: number): Stretch {
  const table = tables.get(zone) ?? openTable(zone)
  const index = Math.floor(moment / CHUNK_MS)
  const chunk = table.chunks.get(index) ?? exploreChunk(table, index)
  for (const stretch of chunk) if (moment < stretch.end) return stretch
  throw new RangeError(`No such moment: ${moment}`)
}

function openTable(zone: Zone): Table {
  const table = { format: offsetFormat(zone), chunks: new Map<number, Chunk>() }
  tables.set(zone, table)
  return table
}

function exploreChunk({ format, chunks }: Table, index: number): Chunk {
  const end = instant((index + 1) * CHUNK_MS)
  const found: Stretch[] = []
  let start = instant(index * CHUNK_MS)
  let offset = readOffset(format, start)
  for (let probe = start + PROBE_STEP_MS; probe <= end; probe += PROBE_STEP_MS) {
    const next = readOffset(format, probe)
    if (next === offset) continue
    const change = instant(findChange(format, probe - PROBE_STEP_MS, probe, next))
    found.push({ start, end: change, offset })
    start = change
    offset = next
  }
  found.push({ start, end, offset })
  chunks.set(index, found)
  return found
}

/** The first second with the offset `next`; at `low` the offset is another one. */
function findChange(format: Intl.DateTimeFormat, low: number, high: number, next: number): number {
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000
    if (readOffset(format, middle) === next) high = middle
    else low = middle
  }
  return high
}

function offsetFormat(zone: Zone): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
}

/** Intl writes “1/1/2027, GMT+05:45”, with seconds if the offset has them. */
function readOffset(format: Intl.DateTimeFormat, moment: number): number {
  const match = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?/.exec(format.format(moment))
  if (!match?.[1]) return 0
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0)
  return (match[1] === '-' ? -seconds : seconds) * 1000
}
