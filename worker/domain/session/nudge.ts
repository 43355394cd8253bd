import { CLOCK, type Decision, NO_CHANGE } from '../decision.ts'
import { rulesOf } from '../people/presets.ts'
import type { SessionSituation } from '../situation.ts'
import { step } from '../step.ts'
import type { Commitment } from './outcome.ts'
import { ownLetter } from './own-page.ts'

/** One letter half-way between two sessions, about the commitment, to an executive who agreed to it. */
export function decideNudge(situation: SessionSituation, commitment: Commitment | null): Decision | null {
  const { session, pairing, executive, lastHeld, now, wishes } = situation
  const { time } = session
  if (pairing.status !== 'active' || wishes.length > 0) return null
  if (!rulesOf(executive).nudges || !commitment || commitment.done) return null
  if (session.status !== 'fixed' || !time || lastHeld === null || time.start <= now) return null
  if (now < lastHeld + (time.start - lastHeld) / 2) return null

  const { letter, link } = ownLetter(situation, commitment)
  return {
    ...NO_CHANGE,
    sessions: [step(session, session, { code: 'nudged', at: now, by: CLOCK, detail: {} })],
    letters: [{ dedupeKey: `nudge:${commitment.id}`, letter, dueAt: now }],
    links: [link],
  }
}
