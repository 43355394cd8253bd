/** Epoch milliseconds: the unit for storing, comparing and computing. */
export type Instant = number & { readonly unit: 'epoch milliseconds' }

/** Half-open: the start belongs to it, the end does not. */
export type Interval = { readonly start: Instant; readonly end: Instant }

/** An IANA name, such as `Europe/Paris`. */
export type Zone = string
/** `2027-03-22`, a day in some zone's calendar. */
export type Day = string
/** Minutes since midnight by the wall clock, 0 to 1440. */
export type WallMinutes = number

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The one cast from a number to an instant. */
export function instant(epochMilliseconds: number): Instant {
  return epochMilliseconds as Instant
}

export function after(moment: Instant, milliseconds: number): Instant {
  return instant(moment + milliseconds)
}

export function before(moment: Instant, milliseconds: number): Instant {
  return instant(moment - milliseconds)
}

export function earliest(...moments: readonly Instant[]): Instant {
  return instant(Math.min(...moments))
}

export function latest(...moments: readonly Instant[]): Instant {
  return instant(Math.max(...moments))
}

/** The latest of those that are known; null: none is. */
export function latestKnown(...moments: readonly (Instant | null | undefined)[]): Instant | null {
  const known = moments.filter((each): each is Instant => each !== null && each !== undefined)
  return known.length > 0 ? latest(...known) : null
}

/** Whether a moment has come; null never comes. */
export function isDue(moment: Instant | null, now: Instant): boolean {
  return moment !== null && moment <= now
}

export function contains(outer: Interval, inner: Interval): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

export function overlaps(one: Interval, other: Interval): boolean {
  return one.start < other.end && other.start < one.end
}

/** ISO 8601 in UTC, without zero milliseconds, as in the API. */
export function iso(moment: Instant): string {
  return new Date(moment).toISOString().replace('.000Z', 'Z')
}

/** Reads ISO 8601 with an offset or `Z`. Null for anything else, also for a wall clock without a zone. */
export function fromIso(text: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null
  const parsed = Date.parse(text)
  return Number.isNaN(parsed) ? null : instant(parsed)
}
