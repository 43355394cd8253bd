import { CLOCK, type Decision, NO_CHANGE } from '../decision.ts'
import type { OutcomeId } from '../ids.ts'
import type { SessionSituation } from '../situation.ts'
import { step } from '../step.ts'
import { after, DAY, type Instant, isDue, MINUTE } from '../time/time.ts'
import type { Outcome } from './outcome.ts'
import type { Session } from './session.ts'

/** The mentor need not wait any longer than this. */
const UNMET_AFTER_MS = 15 * MINUTE

/** When a session in which the mentor waits is closed; null: nobody waits. */
export function unmetAt({ status, time, waitingSince }: Session): Instant | null {
  return status === 'fixed' && time && waitingSince !== null ? after(time.start, UNMET_AFTER_MS) : null
}

/** The executive did not come. Logged as if by the mentor, who reported that he waits. It is not a bump. */
export function decideCloseUnmet(situation: SessionSituation, outcomeId: OutcomeId): Decision | null {
  const { session, now } = situation
  const { time } = session
  if (!time || !isDue(unmetAt(session), now) || after(time.end, DAY) <= now) return null

  const outcome: Outcome = {
    id: outcomeId,
    sessionId: session.id,
    result: 'did-not-happen',
    time,
    lastDone: null,
    benefit: null,
    evidence: null,
    needsManager: false,
    whyNotHeld: null,
    loggedBy: session.mentorId,
    loggedAt: now,
  }
  return {
    ...NO_CHANGE,
    sessions: [
      step(
        session,
        { ...session, status: 'did-not-happen', waitingSince: null },
        { code: 'not-met', at: now, by: CLOCK, detail: {} },
      ),
    ],
    outcome: { outcome, commitment: null, lastCommitment: null, doneBefore: null },
  }
}
