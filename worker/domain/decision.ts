import type { EventDoor, SessionEvent, SessionHappening } from './events.ts'
import type { PairingId, PersonId } from './ids.ts'
import type { Letter } from './letter/letter.ts'
import type { Link } from './letter/link.ts'
import type { PairingStatus } from './pairing/pairing.ts'
import type { Commitment, Outcome } from './session/outcome.ts'
import type { Session } from './session/session.ts'
import type { Diary } from './slot/diary.ts'
import type { Instant } from './time/time.ts'

/** Who did it, and by which door; the clock is nobody. */
export type By = { readonly id: PersonId | null; readonly door: EventDoor }

export const CLOCK: By = { id: null, door: 'clock' }

/** One step of one session. Of several steps in a decision the last stands, and each leaves its event. */
export type SessionStep = {
  readonly before: Session | null
  readonly after: Session
  readonly event: SessionEvent
}

/** Who must hear: one dedupe key, one letter, however often the decision is repeated. */
export type Outgoing = { readonly dedupeKey: string; readonly letter: Letter; readonly dueAt: Instant }

/** What is committed in one batch, or not at all. */
export type Decision = {
  readonly sessions: readonly SessionStep[]
  readonly letters: readonly Outgoing[]
  readonly links: readonly Link[]
  /** The readings a decision rests on; another writer of the same diary makes it void. */
  readonly diaries: readonly { readonly personId: PersonId; readonly version: number }[]
  readonly pairing: { readonly id: PairingId; readonly status: PairingStatus } | null
  readonly outcome: Logged | null
  /** A human's words for overriding a rule. */
  readonly reason: string | null
}

export type Logged = {
  readonly outcome: Outcome
  readonly commitment: Commitment | null
  /** The answer to “was the last one done?”, about the pairing's latest commitment. */
  readonly lastCommitment: Commitment | null
}

export const NO_CHANGE: Decision = {
  sessions: [],
  letters: [],
  links: [],
  diaries: [],
  pairing: null,
  outcome: null,
  reason: null,
}

/** Several decisions as one batch, in this order. */
export function together(...decisions: readonly Decision[]): Decision {
  return {
    sessions: decisions.flatMap((each) => each.sessions),
    letters: decisions.flatMap((each) => each.letters),
    links: decisions.flatMap((each) => each.links),
    diaries: decisions.findLast((each) => each.diaries.length > 0)?.diaries ?? [],
    pairing: decisions.findLast((each) => each.pairing)?.pairing ?? null,
    outcome: decisions.findLast((each) => each.outcome)?.outcome ?? null,
    reason: decisions.findLast((each) => each.reason)?.reason ?? null,
  }
}

/** The session a decision leaves behind. */
export function sessionAfter(decision: Decision): Session | null {
  return decision.sessions.at(-1)?.after ?? null
}

/** One step, with its version and its event; `after` comes without the version it will have. */
export function step(
  before: Session | null,
  after: Session,
  { at, by, ...happening }: SessionHappening & { readonly at: Instant; readonly by: By },
): SessionStep {
  return {
    before,
    after: { ...after, version: (before?.version ?? 0) + 1 },
    event: { ...happening, at, actorId: by.id, door: by.door },
  }
}

/** The two readings a slot was judged by. */
export function readingsOf({ mentor, executive }: Diary): Decision['diaries'] {
  return [mentor, executive].map(({ personId, version }) => ({ personId, version }))
}
