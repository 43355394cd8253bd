import type { FormatId, PairingId, PersonId } from '../ids.ts'
import type { Pairing } from '../pairing/pairing.ts'
import type { Policy } from '../programme/programme.ts'
import type { Session } from '../session/session.ts'
import { after, before, DAY, type Instant, type Interval, latest } from '../time/time.ts'
import type { LeftOver, PlanRequest } from './plan.ts'

/** A pairing with its open round, and the end of the last session it held. */
export type Round = {
  readonly pairing: Pairing
  readonly open: Session | null
  readonly lastHeld: Instant | null
  readonly lastFormatId: FormatId | null
}

export type PlanReadings = {
  readonly rounds: readonly Round[]
  readonly policy: Policy
  readonly now: Instant
  /** Of a round that is yet to be opened. */
  readonly minutesOf: (round: Round) => number
  /** Who may stand in for a pairing's mentor, should the manager allow it. */
  readonly standInsFor: (pairing: Pairing) => readonly PersonId[]
}

/**
 * Who needs a next date: living pairings with neither a date nor an offer under way. Of several pairings of one
 * executive the one that waits longest is planned, since his times could not go together otherwise.
 */
export function findPlanRequests({ rounds, policy, now, minutesOf, standInsFor }: PlanReadings): {
  readonly requests: readonly PlanRequest[]
  readonly leftOver: readonly LeftOver[]
} {
  const waiting = rounds
    .filter(
      (round) =>
        needsDate(round, now) &&
        windowOf(round.lastHeld, policy, now).start <= after(now, policy.horizon * DAY),
    )
    .toSorted((one, other) => (one.lastHeld ?? 0) - (other.lastHeld ?? 0))
  const first = new Map<PersonId, PairingId>()
  const requests: PlanRequest[] = []
  const leftOver: LeftOver[] = []
  for (const round of waiting) {
    const { pairing, open, lastHeld } = round
    const { id: pairingId, executiveId } = pairing
    const planned = first.get(executiveId)
    if (open?.notBefore && open.notBefore > now) {
      leftOver.push({ pairingId, reason: 'asked-for-later', notBefore: open.notBefore })
    } else if (planned) {
      leftOver.push({ pairingId, reason: 'one-at-a-time', pairing: planned })
    } else {
      first.set(executiveId, pairingId)
      requests.push({
        pairingId,
        executiveId,
        mentorIds: [open?.mentorId ?? pairing.mentorId, ...standInsFor(pairing)],
        minutes: open?.minutes ?? minutesOf(round),
        window: windowOf(lastHeld, policy, now),
        near: lastHeld === null ? null : after(lastHeld, policy.cadence * DAY),
        sessionId: open?.id ?? null,
        avoid: open?.offer?.status === 'none' ? open.offer.options : [],
      })
    }
  }
  return { requests, leftOver }
}

function needsDate({ pairing, open }: Round, now: Instant): boolean {
  if (pairing.status === 'paused' || pairing.status === 'ended' || open?.status === 'fixed') return false
  return !(open?.offer?.status === 'open' && open.offer.heldUntil > now)
}

/** Around the cadence's date by its tolerance; where that has passed, or before the first, within one cadence. */
function windowOf(lastHeld: Instant | null, { cadence, tolerance }: Policy, now: Instant): Interval {
  const date = lastHeld === null ? now : after(lastHeld, cadence * DAY)
  const last = after(date, tolerance * DAY)
  if (last <= now || lastHeld === null) return { start: now, end: after(now, cadence * DAY) }
  return { start: latest(now, before(date, tolerance * DAY)), end: last }
}
