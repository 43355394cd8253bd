import type { Armed } from './clock/timer.ts'
import type { EventDoor, PairingEvent, PersonEvent, ProgrammeEvent, SessionEvent } from './events.ts'
import type { CommitmentId, LinkId, PairingId, PersonId, ProgrammeId, SessionId, SignInId } from './ids.ts'
import type { ConfirmedImport } from './import/kept.ts'
import type { Letter } from './letter/letter.ts'
import type { Link } from './letter/link.ts'
import type { ReceivedStep } from './mail/received.ts'
import type { Pairing } from './pairing/pairing.ts'
import type { WishKind } from './pairing/wish.ts'
import type { Format } from './path/format.ts'
import type { Track } from './path/track.ts'
import type { Availability, Person, Role } from './people/person.ts'
import type { KeptPlan } from './plan/plan.ts'
import type { Programme } from './programme/programme.ts'
import type { Totals } from './programme/totals.ts'
import type { AnsweredRequest } from './record/request.ts'
import type { Commitment, Outcome } from './session/outcome.ts'
import type { Session } from './session/session.ts'
import type { Diary } from './slot/diary.ts'
import type { Instant } from './time/time.ts'
import type { Undoable, Undone } from './undo/undoable.ts'

/** Who made the change, and through which door. For the clock `id` is null. */
export type By = {
  readonly id: PersonId | null
  readonly door: EventDoor
  /** The programmes in which a manager may act; absent if a link or the clock leads to the object itself. */
  readonly reach?: readonly ProgrammeId[]
  /** The manager who pressed a button on a page: the letters wait for the programme's minute, in which it can be undone. */
  readonly pressedBy?: PersonId
  /** When: one moment for all that one press does. */
  readonly pressedAt?: Instant
}

export type ByPerson = By & { readonly id: PersonId }

export const CLOCK: By = { id: null, door: 'clock' }

/** One change of one session. If a decision has several, the last state counts and each writes its event. */
export type SessionStep = {
  readonly before: Session | null
  readonly after: Session
  readonly event: SessionEvent
}

/** One change of one pairing, with the rows that belong to it. */
export type PairingStep = {
  readonly before: Pairing | null
  readonly after: Pairing
  readonly event: PairingEvent
  /** The pairing this one replaces. Its last date, its last commitment and a wish for a rest are carried over. */
  readonly follows?: {
    readonly id: PairingId
    readonly lastMet: Instant | null
    readonly commitmentId: CommitmentId
  }
}

/** One change of one person, with the rows that belong to it. Every change raises the version of the diary. */
export type PersonStep = {
  readonly before: Person | null
  readonly after: Person
  readonly event: PersonEvent
  /** The person's new open hours, complete. */
  readonly hours?: Availability
  /** The programme whose own data about the person is written: name, unit, superior, blockers and rules. */
  readonly inProgramme?: {
    readonly id: ProgrammeId
    readonly roles?: readonly Role[]
    readonly rolesEnded?: readonly Role[]
    /** The membership has ended: roles, links and who answers for whom end with it. */
    readonly hasEnded?: true
    readonly assistants?: { readonly ended: readonly PersonId[]; readonly begun: readonly PersonId[] }
  }
  /** The first person of an installation runs it. */
  readonly isOwner?: true
  /** Where a programme's own addresses begin, change or end; absent: all his programmes share those of the row. */
  readonly addresses?: AddressChange
  /** The name for use without a programme; absent: unchanged. */
  readonly ownName?: string
}

export type AddressChange = {
  /** By which these programmes know him from now on, the one to write to first; null: the shared ones. */
  readonly own: readonly string[] | null
  readonly programmes: readonly ProgrammeId[]
  /** All that his programmes share from now on; null: they stay. */
  readonly shared: readonly string[] | null
}

/** One change of one programme, and of its lists of formats and tracks. */
export type ProgrammeStep = {
  readonly before: Programme | null
  readonly after: Programme
  readonly event: ProgrammeEvent
  readonly formats?: readonly { readonly before: Format | null; readonly after: Format }[]
  readonly tracks?: readonly { readonly before: Track | null; readonly after: Track }[]
  /** The person who opens a programme becomes its manager. */
  readonly managerId?: PersonId
  readonly totals?: Totals
}

/** A wish for a rest or for another mentor. `made` is null when it is withdrawn or settled. */
export type WishStep = {
  readonly pairingId: PairingId
  readonly kind: WishKind
  readonly made: { readonly personId: PersonId; readonly at: Instant } | null
}

/** A letter to send. One dedupe key, one letter: a repeated decision does not write it again. */
export type Outgoing = {
  readonly dedupeKey: string
  readonly letter: Letter
  readonly dueAt: Instant
  /** Whenever its turn comes, it does not leave at night. */
  readonly isQuiet?: boolean
  /** Of which programmes it is, where it is about no session: their managers alone see that it was sent. */
  readonly programmes?: readonly ProgrammeId[]
}

/** A link of a letter that signs its reader in, once, until a moment. */
export type SignInLink = {
  readonly id: SignInId
  readonly linkId: LinkId
  readonly personId: PersonId
  readonly until: Instant
  /** Null: a link that is still to be opened. Else somebody is signed in by the same batch. */
  readonly usedAt: Instant | null
}

/** The changes of one batch: all are committed, or none. */
export type Decision = {
  readonly sessions: readonly SessionStep[]
  readonly pairings: readonly PairingStep[]
  readonly people: readonly PersonStep[]
  readonly programmes: readonly ProgrammeStep[]
  readonly wishes: readonly WishStep[]
  readonly letters: readonly Outgoing[]
  readonly links: readonly Link[]
  readonly signIns: readonly SignInLink[]
  /** The mails that led to this decision. */
  readonly received: readonly ReceivedStep[]
  /** The version guards of the diaries that were read. If another writer has raised one, the commit conflicts. */
  readonly diaries: readonly { readonly personId: PersonId; readonly version: number }[]
  readonly outcome: Logged | null
  readonly plan: KeptPlan | null
  /** An import that this decision carries out. */
  readonly imported: ConfirmedImport | null
  /** What somebody asked about his own record, and this decision does. */
  readonly answered: AnsweredRequest | null
  /** A commitment of which the executive is reminded. */
  readonly nudged: CommitmentId | null
  /** What the clock owes afterwards. A session or pairing that is changed without is armed by the next tick. */
  readonly timers: readonly Armed[]
  /** The reason a human wrote for overriding a rule. */
  readonly reason: string | null
  /** A press whose letters wait, and what stood before it. */
  readonly undoable: Undoable | null
  /** A press that is taken back. */
  readonly undone: Undone | null
}

export type Logged = {
  readonly outcome: Outcome
  readonly commitment: Commitment | null
  /** What a correction puts it in the place of; absent: nothing was agreed, or it stays. */
  readonly corrects?: Commitment
  /** The answer to “was the last one done?”, for the pairing's latest commitment. */
  readonly lastCommitment: Commitment | null
  /** What was said of that one before. */
  readonly doneBefore: Commitment['done']
}

export const NO_CHANGE: Decision = {
  sessions: [],
  pairings: [],
  people: [],
  programmes: [],
  wishes: [],
  letters: [],
  links: [],
  signIns: [],
  received: [],
  diaries: [],
  outcome: null,
  plan: null,
  imported: null,
  answered: null,
  nudged: null,
  timers: [],
  reason: null,
  undoable: null,
  undone: null,
}

/** Joins decisions into one batch, in this order. */
export function together(...decisions: readonly Decision[]): Decision {
  return {
    sessions: decisions.flatMap((each) => each.sessions),
    pairings: decisions.flatMap((each) => each.pairings),
    people: decisions.flatMap((each) => each.people),
    programmes: decisions.flatMap((each) => each.programmes),
    wishes: decisions.flatMap((each) => each.wishes),
    letters: decisions.flatMap((each) => each.letters),
    links: decisions.flatMap((each) => each.links),
    signIns: decisions.flatMap((each) => each.signIns),
    received: decisions.flatMap((each) => each.received),
    diaries: decisions.findLast((each) => each.diaries.length > 0)?.diaries ?? [],
    outcome: decisions.findLast((each) => each.outcome)?.outcome ?? null,
    plan: decisions.findLast((each) => each.plan)?.plan ?? null,
    imported: decisions.findLast((each) => each.imported)?.imported ?? null,
    answered: decisions.findLast((each) => each.answered)?.answered ?? null,
    nudged: decisions.findLast((each) => each.nudged)?.nudged ?? null,
    timers: decisions.flatMap((each) => each.timers),
    reason: decisions.findLast((each) => each.reason)?.reason ?? null,
    undoable: decisions.findLast((each) => each.undoable)?.undoable ?? null,
    undone: decisions.findLast((each) => each.undone)?.undone ?? null,
  }
}

/**
 * The session after a decision, as a later query would return it: only waiting proposals, options sorted by time.
 * Without an id, the last session changed; null if there is none.
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

/** The versions of the two diaries that a slot was judged by. */
export function readingsOf({ mentor, executive }: Diary): Decision['diaries'] {
  return [mentor, executive].map(({ personId, version }) => ({ personId, version }))
}
