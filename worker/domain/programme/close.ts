import { type By, type Decision, NO_CHANGE, programmeStep } from '../decision.ts'
import type { Refusal } from '../refusals.ts'
import { dayText } from '../time/dates.ts'
import { before, DAY, type Day, type Instant } from '../time/time.ts'
import { endOf, type Policy, type Programme } from './programme.ts'
import type { Totals } from './totals.ts'

/** The manager is asked this long ahead whether the programme ends. */
const END_NOTICE_MS = 21 * DAY

/** Why nothing of it changes any more; null while it is open. */
export function whyClosed({ status, closedAt }: Pick<Programme, 'status' | 'closedAt'>): Refusal | null {
  return status === 'open' ? null : { reason: 'programme-closed', at: closedAt }
}

/** The day, in UTC, in whose night names and notes go. */
export function purgeDay(closedAt: Instant, { retention }: Pick<Policy, 'retention'>): Day {
  return dayText(Math.floor(closedAt / DAY) + retention)
}

export function dayInUtc(now: Instant): Day {
  return dayText(Math.floor(now / DAY))
}

/** Since when its end is near; null while it is not, and once it is being closed. */
export function endsSoonSince(
  { status, endsOn }: Pick<Programme, 'status' | 'endsOn'>,
  now: Instant,
): Instant | null {
  if (status !== 'open' || endsOn === null) return null
  const since = before(endOf(endsOn), END_NOTICE_MS)
  return since <= now ? since : null
}

/** From here on only closing itself changes anything, and it goes on until it is done. */
export function decideClosing(programme: Programme, at: Instant, by: By): Decision {
  const closing: Programme = { ...programme, status: 'closing', purgeOn: purgeDay(at, programme.policy) }
  return {
    ...NO_CHANGE,
    programmes: [programmeStep(programme, closing, { code: 'programme-closing', detail: {}, at, by })],
  }
}

/** Closed at once with its totals. */
export function decideClosed(programme: Programme, totals: Totals, at: Instant, by: By): Decision {
  const closed: Programme = { ...programme, status: 'closed', closedAt: at }
  const step = programmeStep(programme, closed, { code: 'programme-closed', detail: {}, at, by })
  return { ...NO_CHANGE, programmes: [{ ...step, totals }] }
}
