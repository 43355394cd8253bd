import { CLOCK, type Decision, NO_CHANGE, step } from '../decision.ts'
import type { OutcomeId } from '../ids.ts'
import type { SessionSituation } from '../situation.ts'
import { after, MINUTE } from '../time/time.ts'
import type { Outcome } from './outcome.ts'

/** After so long nobody waits any more, and nobody is to blame. */
export const UNMET_AFTER_MS = 15 * MINUTE

/** Nobody came: as if it had been logged by the mentor, who pressed that he waits. It is no bump. */
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
