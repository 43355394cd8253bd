import { QUARTER } from './search.ts'
import { instant, type Instant, type Interval } from './time.ts'

/**
 * Starts on the quarters of the hour, as early as the free times allow, none nearer to the next than `spacing`: of
 * such starts any two go together, which is what makes a plan an assignment. The planner's own matter.
 */
export function latticeOf(free: readonly Interval[], length: number, spacing: number): readonly Instant[] {
  const step = Math.max(QUARTER, Math.ceil(spacing / QUARTER) * QUARTER)
  const starts: Instant[] = []
  let next = -Infinity
  for (const { start, end } of free)
    for (let at = Math.max(Math.ceil(start / QUARTER) * QUARTER, next); at + length <= end; at += step) {
      starts.push(instant(at))
      next = at + step
    }
  return starts
}
