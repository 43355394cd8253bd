import type { PairingId, PersonId } from '../ids.ts'
import type { Pairing } from '../pairing/pairing.ts'
import type { Reporting } from '../pairing/reporting.ts'
import type { Policy } from '../programme/programme.ts'
import type { Session } from '../session/session.ts'
import { refusedTimes, unansweredTimes } from '../session/tried.ts'
import { after, before, DAY, type Instant, type Interval, latest } from '../time/time.ts'
import type { LeftOver, PlanRequest } from './plan.ts'

/** A pairing with its open round, and the end of its last held session. */
export type PlannedRound = {
  readonly pairing: Pairing
  readonly open: Session | null
  readonly lastHeld: Instant | null
}

export type PlanReadings = {
  readonly rounds: readonly PlannedRound[]
  readonly policy: Policy
  readonly now: Instant
  /** For a round that is not open yet. */
  readonly minutesOf: (round: PlannedRound) => number
  /** The first start that leaves whoever answers for the executive time to see it. */
  readonly earliestFor: (pair: Pair) => Instant
  /** The reporting line that keeps the two apart. */
  readonly lineOf: (pair: Pair) => Reporting | null
  /** Who may stand in for a round's mentor, if the manager allows it. */
  readonly standInsFor: (pair: Pair) => readonly PersonId[]
}

/** Who meets in a round: its mentor may be a stand-in. */
type Pair = Pick<Pairing, 'mentorId' | 'executiveId'>

export function pairOf({ pairing, open }: Pick<PlannedRound, 'pairing' | 'open'>): Pair {
  return { mentorId: open?.mentorId ?? pairing.mentorId, executiveId: pairing.executiveId }
}

/**
 * The pairings that need a next date: not paused or ended, without a date and without an open offer. If an executive
 * has several, only the one that waits longest is planned, because their times could collide.
 */
export function findPlanRequests({
  rounds,
  policy,
  now,
  minutesOf,
  earliestFor,
  lineOf,
  standInsFor,
}: PlanReadings): {
  readonly requests: readonly PlanRequest[]
  readonly leftOver: readonly LeftOver[]
} {
  const waiting = rounds
    .filter(
      (round) =>
        needsDate(round, now) &&
        windowOf(round.lastHeld, policy, earliestFor(pairOf(round))).start <=
          after(now, policy.horizon * DAY),
    )
    .toSorted((one, other) => (one.lastHeld ?? 0) - (other.lastHeld ?? 0))
  const first = new Map<PersonId, PairingId>()
  const requests: PlanRequest[] = []
  const leftOver: LeftOver[] = []
  for (const round of waiting) {
    const { pairing, open, lastHeld } = round
    const { id: pairingId, executiveId } = pairing
    const pair = pairOf(round)
    const planned = first.get(executiveId)
    const line = lineOf(pair)
    if (open?.notBefore && open.notBefore > now) {
      leftOver.push({ pairingId, reason: 'asked-for-later', notBefore: open.notBefore })
    } else if (line) {
      leftOver.push({ pairingId, reason: 'reporting-line', line })
    } else if (planned) {
      leftOver.push({ pairingId, reason: 'one-at-a-time', pairing: planned })
    } else {
      first.set(executiveId, pairingId)
      requests.push({
        pairingId,
        executiveId,
        mentorIds: [pair.mentorId, ...standInsFor(pair)],
        minutes: open?.minutes ?? minutesOf(round),
        window: windowOf(lastHeld, policy, earliestFor(pair)),
        near: lastHeld === null ? null : after(lastHeld, policy.cadence * DAY),
        sessionId: open?.id ?? null,
        avoid: refusedTimes(open),
        lastResort: unansweredTimes(open),
      })
    }
  }
  return { requests, leftOver }
}

function needsDate({ pairing, open }: PlannedRound, now: Instant): boolean {
  if (pairing.status === 'paused' || pairing.status === 'ended' || open?.status === 'fixed') return false
  return !(open?.offer?.status === 'open' && open.offer.heldUntil > now)
}

/** The cadence date with its tolerance; if that is over, or before the first session, one cadence from the earliest. */
function windowOf(lastHeld: Instant | null, { cadence, tolerance }: Policy, earliest: Instant): Interval {
  const date = lastHeld === null ? earliest : after(lastHeld, cadence * DAY)
  const last = after(date, tolerance * DAY)
  if (last <= earliest || lastHeld === null) return { start: earliest, end: after(earliest, cadence * DAY) }
  return { start: latest(earliest, before(date, tolerance * DAY)), end: last }
}
