import type { CommitmentId, OutcomeId, PersonId, SessionId } from '../ids.ts'
import type { Policy } from '../programme/programme.ts'
import type { Day, Instant, Interval } from '../time/time.ts'
import type { Why } from './why.ts'

export type OutcomeResult = 'happened' | 'cut-short' | 'did-not-happen' | 'moved'
export type Done = 'yes' | 'partly' | 'no'
export type Benefit = 'scale' | 'align' | 'filters'
/** The stages of the path to yes that an observed act proves. */
export type Evidence = 'reading' | 'answering' | 'posting' | 'asking-others-in'

export type Outcome = {
  readonly id: OutcomeId
  readonly sessionId: SessionId
  readonly result: OutcomeResult
  /** The planned time. A moved session has another one later. */
  readonly time: Interval
  readonly lastDone: Done | null
  readonly benefit: Benefit | null
  readonly evidence: Evidence | null
  readonly needsManager: boolean
  /** Null unless it did not happen or was cut short. */
  readonly whyNotHeld: Why | null
  readonly loggedBy: PersonId
  readonly loggedAt: Instant
}

/** A log as it is shown: without stages nobody is told what was seen. */
export function shownLog<Logged extends Pick<Outcome, 'evidence'>>(
  logged: Logged,
  { stages }: Pick<Policy, 'stages'>,
): Logged {
  return stages ? logged : { ...logged, evidence: null }
}

export type Commitment = {
  readonly id: CommitmentId
  readonly sessionId: SessionId
  readonly words: string
  /** The day by which it should be done; null if not set. */
  readonly dueOn: Day | null
  /** What the mentor saw, by his log. */
  readonly done: Done | null
  /** What the executive says, on his own page. It never takes the place of what was seen. */
  readonly saidDone: Done | null
  readonly madeAt: Instant
  /** When the executive was reminded of it, once. */
  readonly nudgedAt: Instant | null
}
