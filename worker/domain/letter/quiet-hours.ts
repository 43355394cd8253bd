import { addDays } from '../time/days.ts'
import { after, HOUR, type Instant } from '../time/time.ts'
import { toInstant, toWall } from '../time/zones.ts'
import type { Letter } from './letter.ts'

/** Minutes since midnight by the reader's clock. */
const QUIET_FROM_WALL_MINUTES = 21 * 60
const MORNING_AT_WALL_MINUTES = 7 * 60
/** What starts so soon cannot wait for the morning. */
const URGENT_MS = 12 * HOUR

/**
 * When a letter may leave that no press or answer of a person has just brought about: between 21:00 and 7:00 of its
 * reader's clock an offer, nudge, brief, digest, what was agreed, the question after a session or a word of the
 * installation's health waits for 7:00, unless what it is about starts within twelve hours. Invites, moves, cancellations
 * and sign-ins leave at once. `startsAt` is asked only of a nudge, whose letter names no time.
 */
export function notBeforeMorning(
  letter: Letter,
  now: Instant,
  startsAt: Instant | null = startOf(letter),
): Instant {
  if (!waitsAtNight(letter)) return now
  if (startsAt !== null && startsAt > now && startsAt <= after(now, URGENT_MS)) return now
  const { zone } = letter.reader
  const { day, minutes } = toWall(zone, now)
  if (minutes >= MORNING_AT_WALL_MINUTES && minutes < QUIET_FROM_WALL_MINUTES) return now
  const morning = minutes < MORNING_AT_WALL_MINUTES ? day : addDays(day, 1)
  return toInstant(zone, morning, MORNING_AT_WALL_MINUTES)
}

/** Whether such a letter waits for the morning where nobody has just brought it about. */
export function waitsAtNight({ kind }: Letter): boolean {
  return WAITS.has(kind)
}

const WAITS: ReadonlySet<Letter['kind']> = new Set([
  'offer',
  'offers',
  'own',
  'agreed',
  'brief',
  'digest',
  'outcome',
  'health',
])

/** The start of what the letter is about: the first of several times. */
function startOf(letter: Letter): Instant | null {
  switch (letter.kind) {
    case 'offer':
      return firstOf(letter.options.map(({ start }) => start))
    case 'offers':
      return firstOf(letter.offers.flatMap(({ options }) => options.map(({ start }) => start)))
    case 'digest':
      return firstOf(letter.entries.map(({ time }) => time.start))
    case 'brief':
    case 'outcome':
      return letter.time.start
    default:
      return null
  }
}

function firstOf(starts: readonly Instant[]): Instant | null {
  return starts.reduce<Instant | null>((first, each) => (first === null || each < first ? each : first), null)
}
