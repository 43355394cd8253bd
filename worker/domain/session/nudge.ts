import { CLOCK, type Decision, NOTHING, step } from '../decision.ts'
import type { OwnLetter } from '../letter/letter.ts'
import type { Commitment } from './outcome.ts'
import { rulesOf } from '../people/presets.ts'
import { isNameless, type SessionSituation } from '../situation.ts'
import { heading, linkTo } from '../letter/write.ts'

/** One word half-way between two sessions, to whoever agreed to it, about the one thing he meant to do. */
export function decideNudge(situation: SessionSituation, commitment: Commitment | null): Decision | null {
  const { session, pairing, executive, lastHeld, now, wishes } = situation
  const { time } = session
  if (pairing.status !== 'active' || wishes.length > 0) return null
  if (!rulesOf(executive).nudges || !commitment || commitment.done) return null
  if (session.status !== 'fixed' || !time || lastHeld === null || time.start <= now) return null
  if (now < lastHeld + (time.start - lastHeld) / 2) return null

  const { letter, link } = ownLetter(situation, commitment)
  return {
    ...NOTHING,
    changes: [step(session, session, { code: 'nudged', at: now, by: CLOCK })],
    letters: [{ effect: `nudge:${commitment.id}`, letter, dueAt: now }],
    links: [link],
  }
}

/** The way to an executive's own page, to his own address; with a commitment it is a word from his mentor. */
export function ownLetter(situation: SessionSituation, commitment: Commitment | null) {
  const { session, executive, mentor, now } = situation
  const link = linkTo(situation, session, executive, 'own', now, null)
  const letter: OwnLetter = {
    ...heading(situation, executive),
    kind: 'own',
    sessionId: session.id,
    mentorName: isNameless(executive) ? null : mentor.name,
    commitment: commitment?.words ?? null,
    linkId: link.id,
  }
  return { letter, link }
}
