import { CLOCK, type Decision, NO_CHANGE } from '../decision.ts'
import { LETTER_FIELDS } from '../letter/fields.ts'
import type { OutcomeLetter } from '../letter/letter.ts'
import { heading, linkTo } from '../letter/write.ts'
import { asksByMail } from '../pairing/pulse.ts'
import { leavesAt } from '../people/departure.ts'
import { seen } from '../people/fields.ts'
import { lookOfMentor } from '../people/permission.ts'
import type { SessionSituation } from '../situation.ts'
import { step } from '../step.ts'
import { after, type Instant, type Interval, isDue, MINUTE } from '../time/time.ts'

/** The wait between a session's end and the question to the mentor. */
const OUTCOME_ASKED_AFTER_MS = 5 * MINUTE

/** When the mentor is asked how it went; null: he was, he leaves before, or there is nothing to ask. */
export function outcomeDueAt({
  session: { status, time, askedFor },
  mentor,
}: Pick<SessionSituation, 'session' | 'mentor'>): Instant | null {
  if (status !== 'fixed' || !time || askedFor === time.end) return null
  const at = after(time.end, OUTCOME_ASKED_AFTER_MS)
  const until = leavesAt(mentor)
  return until !== null && at >= until ? null : at
}

/** To the mentor, after the session: how was it? */
export function outcomeLetter(situation: SessionSituation, time: Interval) {
  const { session, mentor, executive } = situation
  const link = linkTo(situation, session, mentor, 'log', time.end, null)
  const letter = seen<OutcomeLetter>(lookOfMentor(situation, mentor.id), LETTER_FIELDS.outcome, {
    ...heading(situation, mentor),
    kind: 'outcome',
    sessionId: session.id,
    otherName: executive.name,
    time,
    asks: asksByMail(situation, mentor.id),
    linkId: link.id,
  })
  return { letter, link }
}

/** Five minutes after the end, one letter to the mentor with four links. */
export function decideAskForOutcome(situation: SessionSituation): Decision | null {
  const { session, now } = situation
  if (!session.time || !isDue(outcomeDueAt(situation), now)) return null

  const { letter, link } = outcomeLetter(situation, session.time)
  return {
    ...NO_CHANGE,
    sessions: [
      step(
        session,
        { ...session, askedFor: session.time.end },
        { code: 'outcome-asked', at: now, by: CLOCK, detail: {} },
      ),
    ],
    letters: [{ dedupeKey: `outcome:${session.id}:${session.time.end}`, letter, dueAt: now }],
    links: [link],
  }
}
