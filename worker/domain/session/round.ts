import type { SessionId } from '../ids.ts'
import { rulesOf } from '../people/presets.ts'
import type { Programme } from '../programme/programme.ts'
import type { Situation } from '../situation.ts'
import { after, DAY, type Instant, latest } from '../time/time.ts'
import type { Session } from './session.ts'

/** The next round opens this many days before the cadence date, if no log opened it earlier. */
export const ROUND_OPENS_DAYS_AHEAD = 18
/** And at least this long after the last session. */
export const MIN_GAP_AFTER_SESSION_MS = DAY

/** `lastEnd`: the end of the last session; `lastMet`: of the last that was held, or should have been. */
export function roundDueAt(
  { policy }: Pick<Programme, 'policy'>,
  { lastEnd, lastMet }: { readonly lastEnd: Instant; readonly lastMet: Instant },
): Instant {
  return latest(
    after(lastEnd, MIN_GAP_AFTER_SESSION_MS),
    after(lastMet, (policy.cadence - ROUND_OPENS_DAYS_AHEAD) * DAY),
  )
}

/**
 * Whether the clock may offer times. Never for the first session, nor if the executive's rules leave it to a human or
 * he has asked for a rest or another mentor.
 */
export function isOnAutopilot({ programme, pairing, executive, wishes }: Situation): boolean {
  if (pairing.status !== 'active' || wishes.length > 0) return false
  return rulesOf(executive).autopilot ?? programme.policy.autopilot
}

/** The cadence date: one cadence after the last held session. */
export function cadenceDateOf({ lastHeld, programme }: Situation) {
  return lastHeld === null ? null : after(lastHeld, programme.policy.cadence * DAY)
}

export function newRound(situation: Situation, id: SessionId, minutes: number): Session {
  const { pairing, executive, mentor } = situation
  return {
    id,
    pairingId: pairing.id,
    programmeId: pairing.programmeId,
    mentorId: mentor.id,
    executiveId: pairing.executiveId,
    status: 'offered',
    time: null,
    minutes,
    zone: executive.zone,
    place: null,
    usual: { mentorId: pairing.mentorId, place: pairing.place },
    bumps: 0,
    version: 0,
    offer: null,
    invites: [],
    proposals: [],
    notBefore: null,
    passed: false,
    formatId: null,
  }
}
