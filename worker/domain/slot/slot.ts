import { instant, type Instant, type Interval, MINUTE } from '../time/time.ts'

export function slotAt(start: Instant, minutes: number): Interval {
  return { start, end: instant(start + minutes * MINUTE) }
}
