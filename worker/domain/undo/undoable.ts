import type { EventCode, SessionEventCode } from '../events.ts'
import type { CommitmentId, LetterId, OfferId, OutcomeId, PersonId, ReceivedId, SessionId } from '../ids.ts'
import type { Pairing } from '../pairing/pairing.ts'
import type { Commitment } from '../session/outcome.ts'
import type { Session } from '../session/session.ts'
import type { Instant } from '../time/time.ts'

/** A press of a manager whose letters have not left: what stood before it, and what it wrote. */
export type Undoable = {
  readonly sessionId: SessionId
  /** The version of the session that the press left. */
  readonly version: number
  readonly act: SessionEventCode
  readonly byId: PersonId
  readonly at: Instant
  /** Its letters leave from this moment on. */
  readonly until: Instant
  readonly before: {
    /** Null: the press made the session. */
    readonly session: Session | null
    readonly pairing: Pairing | null
    /** The mail that the press settled. Absent where it settled none. */
    readonly mail?: ReceivedId
    /** What the press logged, and how the commitment before it stood. */
    readonly log?: LogWritten
    /** The round that the log opened, as it left it. */
    readonly opened?: Pick<Session, 'id' | 'version'>
  }
  readonly letters: readonly LetterId[]
}

export type LogWritten = {
  readonly outcomeId: OutcomeId
  readonly commitmentId: CommitmentId | null
  readonly last: Pick<Commitment, 'id' | 'done'> | null
}

/** What has happened to the session or its pairing after the press, and by whom; null: the clock. */
export type Since = {
  readonly code: EventCode
  readonly at: Instant
  readonly actorId: PersonId | null
}

/** What a decision takes back: its letters are retired, what it offered is forgotten. */
export type Undone = {
  readonly sessionId: SessionId
  readonly version: number
  readonly letters: readonly LetterId[]
  /** What the press offered. */
  readonly offerIds: readonly OfferId[]
  readonly mail: ReceivedId | null
  readonly log: LogWritten | null
}
