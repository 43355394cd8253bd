import type { EventCode, SessionEventCode } from '../events.ts'
import type { LetterId, OfferId, PersonId, SessionId } from '../ids.ts'
import type { Pairing } from '../pairing/pairing.ts'
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
  }
  readonly letters: readonly LetterId[]
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
  /** What the press offered; null: nothing. */
  readonly offerId: OfferId | null
}
