import { CLOCK, type Decision, NO_CHANGE } from '../decision.ts'
import type { OutcomeId } from '../ids.ts'
import type { SessionSituation } from '../situation.ts'
import { step } from '../step.ts'
import { after, MINUTE } from '../time/time.ts'
import type { Outcome } from './outcome.ts'

/** The mentor need not wait any longer than this. */
export const UNMET_AFTER_MS = 15 * MINUTE

/** The executive did not come. Logged as if by the mentor, who reported that he waits. It is not a bump. */
export function decideCloseUnmet(situation: SessionSituation, outcomeId: OutcomeId): Decision | null {
  const { session, now } = situation
  const { time } = session
  if (session.status !== 'fixed' || !time || after(time.start, UNMET_AFTER_MS) > now) return null

  const outcome: Outcome = {
    id: outcomeId,
    sessionId: session.id,
    result: 'did-not-happen',
    time,
    lastDone: null,
    benefit: null,
    evidence: null,
    needsManager: false,
    loggedBy: session.mentorId,
    loggedAt: now,
  }
  return {
    ...NO_CHANGE,
    sessions: [
      step(
        session,
        { ...session, status: 'did-not-happen' },
        { code: 'not-met', at: now, by: CLOCK, detail: {} },
      ),
    ],
    outcome: { outcome, commitment: null, lastCommitment: null },
  }
}
