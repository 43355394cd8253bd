import type { SessionId } from '../ids.ts'
import { hasLeft, leavesAt } from '../people/departure.ts'
import { rulesOf } from '../people/presets.ts'
import type { Programme } from '../programme/programme.ts'
import type { Situation } from '../situation.ts'
import { after, DAY, type Instant, instant, latest, latestKnown } from '../time/time.ts'
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
 * When the clock opens the pairing's next round. Null: a round is open, none was ever fixed (a human asks first), the
 * executive asked for something else, the closing talk was held and no date waits to pass, or one of the two leaves before.
 * `session` is the open round, or the last one, over and not logged.
 */
export function roundOpensAt(situation: Situation): Instant | null {
  const { programme, pairing, session, dated, wishes, ownMentor, executive, path } = situation
  if (pairing.status !== 'active' || wishes.length > 0 || hasLeft(ownMentor)) return null
  if (path.hasClosed && !(session?.status === 'fixed' && !session.passed)) return null
  const open = session && !session.passed && (session.status === 'offered' || session.status === 'fixed')
  if (open && !session.time) return null
  const isDated = session?.time && session.status !== 'cancelled'
  const lastEnd = latestKnown(dated.end, session?.time?.end)
  const lastMet = latestKnown(dated.met, isDated ? session.time?.end : null)
  if (lastEnd === null) return null
  const dueAt = roundDueAt(programme, { lastEnd, lastMet: lastMet ?? instant(0) })
  const until = [leavesAt(ownMentor), leavesAt(executive)]
  return until.some((each) => each !== null && dueAt >= each) ? null : dueAt
}

/**
 * Whether the clock may offer times. Never for the first session, nor if the executive's rules leave it to a human or
 * he has asked for a rest or another mentor.
 */
export function isOnAutopilot({ programme, pairing, executive, mentor, wishes }: Situation): boolean {
  if (pairing.status !== 'active' || wishes.length > 0 || hasLeft(mentor)) return false
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
    hasQuestion: false,
    bumps: 0,
    version: 0,
    offer: null,
    invites: [],
    proposals: [],
    notBefore: null,
    passed: false,
    formatId: null,
    briefedFor: null,
    askedFor: null,
    waitingSince: null,
    tried: situation.triedBefore,
  }
}
