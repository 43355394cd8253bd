import type { CommitmentId, OutcomeId, PersonId, SessionId } from '../ids.ts'
import type { Day, Instant, Interval } from '../time/time.ts'

export type OutcomeResult = 'happened' | 'cut-short' | 'did-not-happen' | 'moved'
export type Done = 'yes' | 'partly' | 'no'
export type Benefit = 'scale' | 'align' | 'filters'
/** The stages of the path to yes that an observed act can prove. */
export type Evidence = 'reading' | 'answering' | 'posting' | 'asking-others-in'

export type Outcome = {
  readonly id: OutcomeId
  readonly sessionId: SessionId
  readonly result: OutcomeResult
  /** When it was to take place: a session that was moved has another time by then. */
  readonly time: Interval
  readonly lastDone: Done | null
  readonly benefit: Benefit | null
  readonly evidence: Evidence | null
  readonly needsManager: boolean
  readonly loggedBy: PersonId
  readonly loggedAt: Instant
}

export type Commitment = {
  readonly id: CommitmentId
  readonly sessionId: SessionId
  readonly words: string
  /** The day by which it was to be done; null where none was said. */
  readonly dueOn: Day | null
  readonly done: Done | null
  readonly madeAt: Instant
}
