import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import type { Refusal } from '../refusals.ts'
import { programmeStep } from '../step.ts'
import { dayNumber, dayText } from '../time/dates.ts'
import { before, DAY, type Day, HOUR, type Instant, instant } from '../time/time.ts'
import { endOf, type Policy, type Programme } from './programme.ts'
import type { Totals } from './totals.ts'

/** How long before the end the manager is asked to close the programme. */
const END_NOTICE_MS = 21 * DAY

/** The refusal of any change; null while the programme is open. */
export function whyClosed({ status, closedAt }: Pick<Programme, 'status' | 'closedAt'>): Refusal | null {
  return status === 'open' ? null : { reason: 'programme-closed', at: closedAt }
}

/** The UTC day in whose night names and notes are purged. */
export function purgeDay(closedAt: Instant, { retention }: Pick<Policy, 'retention'>): Day {
  return dayText(Math.floor(closedAt / DAY) + retention)
}

/** Since which day it is being closed; null: it is not. */
export function closingSince({
  status,
  purgeOn,
  policy,
}: Pick<Programme, 'status' | 'purgeOn' | 'policy'>): Instant | null {
  return status === 'closing' && purgeOn !== null
    ? instant((dayNumber(purgeOn) - policy.retention) * DAY)
    : null
}

/** Two hours into the night of its day; null: it is not closed, or it is done. */
export function purgesAt({
  status,
  purgeOn,
  purgedAt,
}: Pick<Programme, 'status' | 'purgeOn' | 'purgedAt'>): Instant | null {
  return status === 'closed' && purgeOn !== null && purgedAt === null
    ? instant(dayNumber(purgeOn) * DAY + 2 * HOUR)
    : null
}

export function dayInUtc(now: Instant): Day {
  return dayText(Math.floor(now / DAY))
}

/** Since when the end has been near; null if it is not, or once closing has begun. */
export function endsSoonSince(
  { status, endsOn }: Pick<Programme, 'status' | 'endsOn'>,
  now: Instant,
): Instant | null {
  if (status !== 'open' || endsOn === null) return null
  const since = before(endOf(endsOn), END_NOTICE_MS)
  return since <= now ? since : null
}

/** From now on only closing itself changes anything; it is repeated until it is complete. */
export function decideClosing(programme: Programme, at: Instant, by: By): Decision {
  const closing: Programme = { ...programme, status: 'closing', purgeOn: purgeDay(at, programme.policy) }
  return {
    ...NO_CHANGE,
    programmes: [programmeStep(programme, closing, { code: 'programme-closing', detail: {}, at, by })],
  }
}

/** Closes the programme and stores its totals. */
export function decideClosed(programme: Programme, totals: Totals, at: Instant, by: By): Decision {
  const closed: Programme = { ...programme, status: 'closed', closedAt: at }
  const step = programmeStep(programme, closed, { code: 'programme-closed', detail: {}, at, by })
  return { ...NO_CHANGE, programmes: [{ ...step, totals }] }
}
