import { RESULTS_PER_KIND } from '../limits.ts'
import type { SessionStatus } from '../session/session.ts'
import type { Instant, Interval } from '../time/time.ts'

type Dated = { readonly status: SessionStatus; readonly time: Interval | null }

/** What comes next, then what is being arranged, then what was or was called off, latest first. */
export function nearest<Session extends Dated>(
  sessions: readonly Session[],
  now: Instant,
): { readonly shown: readonly Session[]; readonly more: boolean } {
  const sorted = sessions.toSorted((one, other) => {
    const [group, at] = placeOf(one, now)
    const [otherGroup, otherAt] = placeOf(other, now)
    return group - otherGroup || at - otherAt
  })
  return { shown: sorted.slice(0, RESULTS_PER_KIND), more: sorted.length > RESULTS_PER_KIND }
}

function placeOf({ status, time }: Dated, now: Instant): readonly [number, number] {
  if (time === null) return [status === 'offered' ? 1 : 2, 0]
  return time.end > now && status !== 'cancelled' ? [0, time.start] : [2, 0 - time.start]
}
