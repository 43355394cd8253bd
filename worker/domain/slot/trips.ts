import type { Trip } from '../people/person.ts'

/** By first day; then by last day and zone, so that no order of the list matters. */
export function inOrder(trips: readonly Trip[]): readonly Trip[] {
  return trips.toSorted(compare)
}

/**
 * The first trip, by its place in the list, that is on days of another one. The day of travel may be the last of one and
 * the first of the next.
 */
export function overlappingTrip(trips: readonly Trip[]): number | null {
  const sorted = inOrder(trips)
  const overlaps = sorted.filter((trip, index) => {
    const before = sorted[index - 1]
    return before !== undefined && (trip.from === before.from || trip.from < before.to)
  })
  const [first] = overlaps.map((trip) => trips.indexOf(trip)).toSorted((one, other) => one - other)
  return first ?? null
}

function compare(one: Trip, other: Trip): number {
  return (
    compareText(one.from, other.from) || compareText(one.to, other.to) || compareText(one.zone, other.zone)
  )
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
