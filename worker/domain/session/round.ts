import type { SessionId } from '../ids.ts'
import { rulesOf } from '../people/presets.ts'
import type { Programme } from '../programme/programme.ts'
import type { Situation } from '../situation.ts'
import { after, DAY, type Instant, latest } from '../time/time.ts'
import type { Session } from './session.ts'

/** The next round opens this many days ahead of the cadence's date, where no log has opened it before. */
export const ROUND_OPENS_DAYS_AHEAD = 18
/** And not before the last session is over for as long. */
export const MIN_GAP_AFTER_SESSION_MS = DAY

/** `lastEnd`: of the last session there was; `lastMet`: of the last that took place, or was to. */
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
 * Whether the clock may ask for a time: never for the first, nor where the executive is asked by a human only, or would
 * rather not be asked.
 */
export function isOnAutopilot({ programme, pairing, executive, wishes }: Situation): boolean {
  if (pairing.status !== 'active' || wishes.length > 0) return false
  return rulesOf(executive).autopilot ?? programme.policy.autopilot
}

/** The cadence's date: that long after the last session held. */
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
