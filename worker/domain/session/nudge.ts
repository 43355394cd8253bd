import { CLOCK, type Decision, NO_CHANGE } from '../decision.ts'
import { isAfterLeaving } from '../people/departure.ts'
import { rulesOf } from '../people/presets.ts'
import type { SessionSituation } from '../situation.ts'
import { step } from '../step.ts'
import { after, type Instant, isDue } from '../time/time.ts'
import { isOpenCommitment } from './commitment.ts'
import { ownLetter } from './own-page.ts'

/** There is a date to come, an open commitment, and an executive who agreed to be reminded. */
export function mayRemind({ session, pairing, executive, lastCommitment, wishes }: Reminded): boolean {
  if (pairing.status !== 'active' || wishes.length > 0 || !rulesOf(executive).nudges) return false
  const isOpen = lastCommitment !== null && isOpenCommitment(lastCommitment)
  return isOpen && session.status === 'fixed' && session.time !== null
}

type Reminded = Pick<SessionSituation, 'session' | 'pairing' | 'executive' | 'lastCommitment' | 'wishes'>

/** Half-way between the two sessions; null: nothing to be reminded of, nobody who agreed to it, or a mentor who leaves. */
export function nudgeDueAt(situation: SessionSituation): Instant | null {
  const { lastHeld, lastCommitment, mentor } = situation
  const { time } = situation.session
  if (!mayRemind(situation) || lastCommitment?.nudgedAt !== null) return null
  if (!time || lastHeld === null || time.start <= lastHeld || isAfterLeaving(mentor, time)) return null
  return after(lastHeld, Math.floor((time.start - lastHeld) / 2))
}

/** One letter half-way between two sessions, about the commitment, to an executive who agreed to it. */
export function decideNudge(situation: SessionSituation): Decision | null {
  const { session, lastCommitment: commitment, now } = situation
  if (!commitment || !session.time || session.time.start <= now || !isDue(nudgeDueAt(situation), now))
    return null

  const { letter, link } = ownLetter(situation, commitment)
  return {
    ...NO_CHANGE,
    sessions: [step(session, session, { code: 'nudged', at: now, by: CLOCK, detail: {} })],
    letters: [{ dedupeKey: `nudge:${commitment.id}`, letter, dueAt: now }],
    links: [link],
    nudged: commitment.id,
  }
}
