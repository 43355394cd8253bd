import { START_STEP_MS } from '../slot/search.ts'
import type { Spans } from '../time/spans.ts'
import { instant, type Instant } from '../time/time.ts'

/**
 * Starts on quarter hours, as early as the free times allow, at least `spacing` apart. Any two of them are compatible,
 * which makes the plan an assignment problem. Only the planner uses it.
 */
export function latticeOf(free: Spans, length: number, spacing: number): readonly Instant[] {
  const step = Math.max(START_STEP_MS, Math.ceil(spacing / START_STEP_MS) * START_STEP_MS)
  const starts: Instant[] = []
  let next = -Infinity
  for (let span = 0; span < free.length; span += 2) {
    const last = (free[span + 1] ?? 0) - length
    for (
      let at = Math.max(Math.ceil((free[span] ?? 0) / START_STEP_MS) * START_STEP_MS, next);
      at <= last;
      at += step
    ) {
      starts.push(instant(at))
      next = at + step
    }
  }
  return starts
}
