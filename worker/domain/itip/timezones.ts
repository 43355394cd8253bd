import { DAY, instant, type Instant } from '../time/time.ts'
import { type Budget, spend } from './budget.ts'
import { fromCivil, toCivil } from './civil.ts'
import { type Component, lineNamed, linesNamed } from './components.ts'
import { occurrences } from './recurrence.ts'
import { readRule, type RecurrenceRule } from './rule.ts'
import { readOffset, readWritten } from './values.ts'

/** Turns a wall clock (milliseconds as if in UTC) into a moment. A skipped hour moves on, a repeated one is first. */
export type ZoneClock = (wall: number) => Instant

/** One STANDARD or DAYLIGHT (RFC 5545 §3.6.5): `to` is the offset after each onset, a wall clock in `from`. */
type Observance = {
  /** Where the rule begins. */
  readonly start: number
  /** Sorted. */
  readonly onsets: readonly number[]
  readonly rule: RecurrenceRule | null
  /** The last onset of the rule, in UTC; null if it has no end. */
  readonly until: number | null
  readonly from: number
  readonly to: number
}

type Transition = { readonly at: number; readonly from: number; readonly to: number }

const MAX_OBSERVANCES = 250

/**
 * A clock from a VTIMEZONE. Null if any part of it cannot be read, because half a zone would be an hour wrong. `beyond`
 * is used before its first change and after its last. With the budget used up, what it answers means nothing.
 */
export function embeddedClock(
  timezone: Component,
  beyond: ZoneClock | null,
  budget: Budget,
): ZoneClock | null {
  const parts = timezone.components.filter(({ name }) => name === 'STANDARD' || name === 'DAYLIGHT')
  const read = parts.slice(0, MAX_OBSERVANCES).map(readObservance)
  const observances = read.filter((observance) => observance !== null)
  if (observances.length === 0 || observances.length < read.length) return null

  const known = new Map<number, Transition[]>()
  const { first, last } = spanOf(observances)
  return (wall) => {
    if (beyond && (wall < first || wall >= last)) return beyond(wall)
    if (!spend(budget, 1)) return instant(wall)
    const { year } = toCivil(Math.floor(wall / DAY))
    const transitions = known.get(year) ?? transitionsAround(observances, year, budget)
    known.set(year, transitions)
    return instant(resolve(transitions, wall, budget))
  }
}

/** The wall clocks that the zone covers. There is no end if a rule has none, or if there is only one offset. */
function spanOf(observances: readonly Observance[]): { first: number; last: number } {
  const onsets = observances.flatMap((observance) => observance.onsets)
  const ends = observances.flatMap(({ rule, until }) => (rule ? [until ?? Infinity] : []))
  const isOne = new Set(observances.map(({ to }) => to)).size === 1
  return {
    first: smallest(onsets),
    last: isOne ? Infinity : -smallest([...onsets, ...ends].map((each) => -each)),
  }
}

function smallest(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other), Infinity)
}

function readObservance(component: Component): Observance | null {
  const to = readOffset(lineNamed(component, 'TZOFFSETTO')?.value ?? '')
  if (to === null) return null

  const from = readOffset(lineNamed(component, 'TZOFFSETFROM')?.value ?? '') ?? to
  const lines = [...linesNamed(component, 'DTSTART').slice(0, 1), ...linesNamed(component, 'RDATE')]
  const written = lines
    .flatMap(({ value }) => value.split(','))
    .map((text) => readWritten(text)?.wall ?? null)
  const known = written.filter((onset) => onset !== null)
  const start = known[0] ?? fromCivil(1970, 1, 1) * DAY
  const onsets = known.length ? known.toSorted((one, other) => one - other) : [start]
  const repeated = lineNamed(component, 'RRULE')?.value ?? ''
  if (!/FREQ=/i.test(repeated)) return { start, onsets, rule: null, until: null, from, to }

  const rule = readRule(repeated, start)
  if (!rule.ok || !isYearly(rule.value)) return null
  return { start, onsets, rule: rule.value, until: rule.value.until?.wall ?? null, from, to }
}

/** A zone changes on one day of one month a year; any other rule is invalid. */
function isYearly({ freq, byMonth, byDay, byMonthDay }: RecurrenceRule): boolean {
  return freq === 'YEARLY' && (byMonth.length === 1 || byDay.length + byMonthDay.length === 0)
}

/** The transitions of the years around, and the last earlier one of each observance, whose offset may still hold. */
function transitionsAround(observances: readonly Observance[], year: number, budget: Budget): Transition[] {
  const first = fromCivil(year - 1, 1, 1)
  const last = fromCivil(year + 2, 1, 1)
  const found = observances.flatMap((observance) =>
    onsetsAround(observance, first, last, budget).map((onset) => ({
      at: onset - observance.from,
      from: observance.from,
      to: observance.to,
    })),
  )
  // Sorting compares each with some others.
  return spend(budget, 20 * found.length) ? found.toSorted((one, other) => one.at - other.at) : []
}

function onsetsAround(
  { start, onsets, rule, until, from }: Observance,
  first: number,
  last: number,
  budget: Budget,
): number[] {
  const own = onsets.slice(
    Math.max(0, firstAtOrAfter(onsets, first * DAY) - 1),
    firstAtOrAfter(onsets, last * DAY),
  )
  if (!rule || budget.left < 0) return own

  const end = until === null ? last : Math.min(last, Math.floor((until + from) / DAY) + 1)
  const window = { from: Math.min(first, end - 800), to: end }
  const startDay = Math.floor(start / DAY)
  const days = occurrences(rule, startDay, window, budget) ?? []
  const found = days
    .map((day) => start + (day - startDay) * DAY)
    .filter((onset) => until === null || onset - from <= until)
  return [...own, ...found]
}

/** The position in a sorted list. */
function firstAtOrAfter(sorted: readonly number[], at: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  return low
}

function resolve(transitions: readonly Transition[], wall: number, budget: Budget): number {
  let offset = transitions[0]?.from ?? 0
  let moment = wall - offset
  for (const transition of transitions) {
    if (!spend(budget, 1)) return moment
    if (moment < transition.at) return moment
    if (wall - transition.to < transition.at) return moment
    offset = transition.to
    moment = wall - offset
  }
  return moment
}
