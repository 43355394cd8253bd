import { dayText } from '../time/dates.ts'
import { DAY, instant, MINUTE, type Zone } from '../time/time.ts'
import { isZone, offsetAt, toInstant } from '../time/zones.ts'
import type { Budget } from './budget.ts'
import { type Component, componentsNamed, lineNamed } from './components.ts'
import { type ZoneClock, embeddedClock } from './timezones.ts'
import { windowsZone } from './windows-zones.ts'

/** Finds the clock of a TZID in one calendar; null if it is unknown. */
export type Clocks = (tzid: string) => ZoneClock | null

/** More than a calendar has zones. Each unknown name costs a search. */
const MAX_ZONES = 300

/** First the calendar's own definitions, then the name: IANA, Windows, Windows' displayed text, a bare offset. */
export function clocksOf(root: Component, budget: Budget): Clocks {
  const embedded = new Map<string, Component>()
  for (const timezone of componentsNamed(root, 'VTIMEZONE')) {
    const tzid = lineNamed(timezone, 'TZID')?.value
    if (tzid) embedded.set(unquoted(tzid), timezone)
  }
  const known = new Map<string, ZoneClock | null>()
  return (tzid) => {
    const name = unquoted(tzid)
    const before = known.get(name)
    if (before !== undefined) return before
    if (known.size >= MAX_ZONES) return null

    const timezone = embedded.get(name)
    const clock = timezone ? clockFrom(timezone, name, budget) : namedClock(name)
    known.set(name, clock)
    return clock
  }
}

/** The clock of a zone that is known only by its name. */
export function namedClock(name: string): ZoneClock | null {
  const zone = zoneNamed(name)
  if (zone) return zoneClock(zone)
  const offset = bareOffset(name)
  return offset === null ? null : (wall) => instant(wall - offset)
}

export function zoneClock(zone: Zone): ZoneClock {
  return (wall) => {
    const day = Math.floor(wall / DAY)
    const minutes = Math.floor((wall - day * DAY) / MINUTE)
    return instant(toInstant(zone, dayText(day), minutes) + (wall - day * DAY - minutes * MINUTE))
  }
}

function clockFrom(timezone: Component, name: string, budget: Budget): ZoneClock | null {
  const location = lineNamed(timezone, 'X-LIC-LOCATION')?.value
  const named = namedClock(name) ?? (location ? namedClock(location) : null)
  return embeddedClock(timezone, named, budget) ?? named
}

/** `/mozilla.org/20050126_1/Europe/Paris`, `tzone://Microsoft/Utc`, `America/New York`, Notes' `FLE` → IANA. */
function zoneNamed(name: string): Zone | null {
  if (/^(?:z|zulu|tzone:\/\/microsoft\/utc)$/i.test(name)) return 'UTC'
  const path = name.replaceAll(' ', '_').split('/')
  const candidates = [path.join('/'), path.slice(-3).join('/'), path.slice(-2).join('/')]
  const zone = candidates.find((candidate) => isZone(candidate))
  const windows = [name, `${name} Standard Time`, `${name} (US & Canada)`].map(windowsZone)
  return zone ?? windows.find((each) => each !== null) ?? cityZone(name)
}

/** “UTC+01:00”, “GMT-0500”: an offset without a place never changes. */
function bareOffset(name: string): number | null {
  const match = /^\(?(?:UTC|GMT)?\s*([+-])(\d{1,2})(?:[:.]?(\d\d))?\)?$/i.exec(name)
  if (!match) return null
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  return minutes > 15 * 60 ? null : (match[1] === '-' ? -minutes : minutes) * MINUTE
}

/** “(UTC+01:00) Bruxelles, Copenhague, Madrid, Paris”: the IANA zone of its cities, if they agree with the offset. */
function cityZone(name: string): Zone | null {
  const shown = /^\((?:UTC|GMT)(?:([+-]\d\d)[:.]?(\d\d))?\)/i.exec(name)
  const places = name
    .slice(shown?.[0].length ?? 0)
    .toLowerCase()
    .split(/[,/;]/)
  const zones = places.flatMap((place) => CITIES.get(place.trim().replaceAll(' ', '_')) ?? [])
  const offset = shown ? bareOffset(`${shown[1] ?? '+00'}${shown[2] ?? '00'}`) : null
  const [first, ...others] = shown ? zones.filter((zone) => Math.min(...offsetsOf(zone)) === offset) : zones
  return first && others.every((zone) => offsetsOf(zone).join() === offsetsOf(first).join()) ? first : null
}

const CITIES = Map.groupBy(
  Intl.supportedValuesOf('timeZone'),
  (zone) => zone.toLowerCase().split('/').at(-1) ?? '',
)

/** In January and July. Windows displays the offset without daylight saving time. */
function offsetsOf(zone: Zone): number[] {
  return [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)].map((moment) => offsetAt(zone, instant(moment)))
}

function unquoted(tzid: string): string {
  const bare = tzid.trim()
  return /^["'].*["']$/.test(bare) ? bare.slice(1, -1) : bare
}
