import type {
  EventDoor,
  PairingEvent,
  PairingHappening,
  PersonEvent,
  PersonHappening,
  ProgrammeEvent,
  ProgrammeHappening,
  SessionEvent,
  SessionHappening,
} from './events.ts'
import type { CommitmentId, PairingId, PersonId, ProgrammeId, SessionId } from './ids.ts'
import type { Letter } from './letter/letter.ts'
import type { Link } from './letter/link.ts'
import type { Pairing } from './pairing/pairing.ts'
import type { WishKind } from './pairing/wish.ts'
import type { Format } from './path/format.ts'
import type { Availability, Person, Role } from './people/person.ts'
import type { KeptPlan } from './plan/plan.ts'
import type { Programme } from './programme/programme.ts'
import type { Totals } from './programme/totals.ts'
import type { Commitment, Outcome } from './session/outcome.ts'
import type { Session } from './session/session.ts'
import type { Diary } from './slot/diary.ts'
import type { Instant } from './time/time.ts'

/** Who did it, and by which door; the clock is nobody. */
export type By = {
  readonly id: PersonId | null
  readonly door: EventDoor
  /** The programmes a manager may act in; absent where a link or the clock leads to the object itself. */
  readonly reach?: readonly ProgrammeId[]
}

export type ByPerson = By & { readonly id: PersonId }

export const CLOCK: By = { id: null, door: 'clock' }

/** One step of one session. Of several steps in a decision the last stands, and each leaves its event. */
export type SessionStep = {
  readonly before: Session | null
  readonly after: Session
  readonly event: SessionEvent
}

/** One step of one pairing, with what goes along with it. */
export type PairingStep = {
  readonly before: Pairing | null
  readonly after: Pairing
  readonly event: PairingEvent
  /** A human's words for pairing two people of one reporting line. */
  readonly overrideReason?: string | null
  /** The pairing that ended for this one: its last date, its last commitment and a wish for a rest go along. */
  readonly follows?: {
    readonly id: PairingId
    readonly lastMet: Instant | null
    readonly commitmentId: CommitmentId
  }
}

/** One step of one human, with what comes with it. His diary is raised by every one. */
export type PersonStep = {
  readonly before: Person | null
  readonly after: Person
  readonly event: PersonEvent
  /** His open hours as a whole. */
  readonly hours?: Availability
  /** Whose words of him are written: his name, unit, superior, blockers and rules there. */
  readonly inProgramme?: {
    readonly id: ProgrammeId
    readonly roles?: readonly Role[]
    /** Links of whoever no longer answers for him open nothing. */
    readonly assistants?: { readonly ended: readonly PersonId[]; readonly begun: readonly PersonId[] }
  }
  /** His own name, where no programme is known; absent, it stays. */
  readonly ownName?: string
}

/** One step of one programme, and of its list of formats. */
export type ProgrammeStep = {
  readonly before: Programme | null
  readonly after: Programme
  readonly event: ProgrammeEvent
  readonly formats?: readonly { readonly before: Format | null; readonly after: Format }[]
  /** Whoever opens a programme manages it. */
  readonly managerId?: PersonId
  readonly totals?: Totals
}

/** A wish for a rest or for another mentor, made, or taken back or seen to. */
export type WishStep = {
  readonly pairingId: PairingId
  readonly kind: WishKind
  readonly made: { readonly personId: PersonId; readonly at: Instant } | null
}

/** Who must hear: one dedupe key, one letter, however often the decision is repeated. */
export type Outgoing = { readonly dedupeKey: string; readonly letter: Letter; readonly dueAt: Instant }

/** What is committed in one batch, or not at all. */
export type Decision = {
  readonly sessions: readonly SessionStep[]
  readonly pairings: readonly PairingStep[]
  readonly people: readonly PersonStep[]
  readonly programmes: readonly ProgrammeStep[]
  readonly wishes: readonly WishStep[]
  readonly letters: readonly Outgoing[]
  readonly links: readonly Link[]
  /** The readings a decision rests on; another writer of the same diary makes it void. */
  readonly diaries: readonly { readonly personId: PersonId; readonly version: number }[]
  readonly outcome: Logged | null
  readonly plan: KeptPlan | null
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
  pairings: [],
  people: [],
  programmes: [],
  wishes: [],
  letters: [],
  links: [],
  diaries: [],
  outcome: null,
  plan: null,
  reason: null,
}

/** Several decisions as one batch, in this order. */
export function together(...decisions: readonly Decision[]): Decision {
  return {
    sessions: decisions.flatMap((each) => each.sessions),
    pairings: decisions.flatMap((each) => each.pairings),
    people: decisions.flatMap((each) => each.people),
    programmes: decisions.flatMap((each) => each.programmes),
    wishes: decisions.flatMap((each) => each.wishes),
    letters: decisions.flatMap((each) => each.letters),
    links: decisions.flatMap((each) => each.links),
    diaries: decisions.findLast((each) => each.diaries.length > 0)?.diaries ?? [],
    outcome: decisions.findLast((each) => each.outcome)?.outcome ?? null,
    plan: decisions.findLast((each) => each.plan)?.plan ?? null,
    reason: decisions.findLast((each) => each.reason)?.reason ?? null,
  }
}

/**
 * The session a decision leaves behind, as a later reading finds it: only proposals that still wait, options in the
 * order of their times. Without an id the last one; null where the decision changes none.
 */
export function sessionAfter({ sessions }: Decision, id: SessionId | null = null): Session | null {
  const step = sessions.findLast(({ after }) => id === null || after.id === id)
  if (!step) return null
  const { offer, proposals } = step.after
  return {
    ...step.after,
    offer: offer && { ...offer, options: offer.options.toSorted((one, other) => one.start - other.start) },
    proposals: proposals.filter(({ state }) => state === 'waiting'),
  }
}

type Happened<What> = What & { readonly at: Instant; readonly by: By }

/** One step, with its version and its event; `after` comes without the version it will have. */
export function step(
  before: Session | null,
  after: Session,
  { at, by, ...happening }: Happened<SessionHappening>,
): SessionStep {
  return { before, after: nextVersion(before, after), event: { ...happening, ...whenOf(at, by) } }
}

/** The same of a pairing. */
export function pairingStep(
  before: Pairing | null,
  after: Pairing,
  { at, by, ...happening }: Happened<PairingHappening>,
): PairingStep {
  return { before, after: nextVersion(before, after), event: { ...happening, ...whenOf(at, by) } }
}

/** The same of a human. */
export function personStep(
  before: Person | null,
  after: Person,
  { at, by, ...happening }: Happened<PersonHappening>,
): PersonStep {
  return { before, after: nextVersion(before, after), event: { ...happening, ...whenOf(at, by) } }
}

/** The same of a programme. */
export function programmeStep(
  before: Programme | null,
  after: Programme,
  { at, by, ...happening }: Happened<ProgrammeHappening>,
): ProgrammeStep {
  return { before, after: nextVersion(before, after), event: { ...happening, ...whenOf(at, by) } }
}

function nextVersion<Versioned extends { readonly version: number }>(
  before: Versioned | null,
  after: Versioned,
): Versioned {
  return { ...after, version: (before?.version ?? 0) + 1 }
}

function whenOf(at: Instant, by: By) {
  return { at, actorId: by.id, door: by.door }
}

/** The two readings a slot was judged by. */
export function readingsOf({ mentor, executive }: Diary): Decision['diaries'] {
  return [mentor, executive].map(({ personId, version }) => ({ personId, version }))
}
