import { instant, type Instant, type Interval, MINUTE, after } from '../../worker/domain/time/time.ts'

export function at(text: string): Instant {
  return instant(Date.parse(text))
}

/** So many minutes from a moment. */
export function from(start: string, minutes = 30): Interval {
  return { start: at(start), end: after(at(start), minutes * MINUTE) }
}
