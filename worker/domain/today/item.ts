import type { LetterId, PairingId, PersonId, ProgrammeId, ProposalId, ReceivedId, SessionId } from '../ids.ts'
import type { Pairing } from '../pairing/pairing.ts'
import type { WishKind } from '../pairing/wish.ts'
import type { Programme } from '../programme/programme.ts'
import type { Session } from '../session/session.ts'
import type { Instant, Zone } from '../time/time.ts'

/** Why the manager is needed, the most urgent kind first. */
export const KINDS = [
  'mentor-cannot',
  'declined',
  'bumped-twice',
  'counter',
  'answer-waiting',
  'address-bounced',
  'undelivered',
  'asks-for-another',
  'asks-to-pause',
  'pulse',
  'offset-changed',
  'offer-unanswered',
  'offer-expired',
  'none-suited',
  'no-next-date',
  'asked-for-later',
  'first-offer',
  'tentative',
  'not-logged',
  'needs-manager',
  'programme-ends',
] as const

export type Kind = (typeof KINDS)[number]

/** The one thing to do about it. */
export type Action =
  | 'offer'
  | 'book'
  | 'call'
  | 'remind'
  | 'answer-for'
  | 'decide-proposal'
  | 'move-to-wall'
  | 'log'
  | 'open'
  | 'send-again'
  | 'clear-address'
  | 'close'

export type Item = {
  readonly kind: Kind
  readonly since: Instant
  readonly action: Action
  readonly sessionId: SessionId | null
  readonly pairingId: PairingId | null
  readonly personId: PersonId | null
  readonly receivedId?: ReceivedId
  readonly proposalId?: ProposalId
  readonly letterId?: LetterId
  readonly programmeId?: ProgrammeId
}

/** A programme as it stands this morning. */
export type Morning = {
  readonly now: Instant
  readonly programme: Pick<Programme, 'id' | 'policy' | 'status' | 'endsOn'>
  /** Pairings that live, of a closed programme all of them, each with the end of its last session held, else when it was made. */
  readonly pairings: readonly (Pairing & { readonly lastAt: Instant })[]
  /** Rounds that are not over: offered, or fixed and not logged. */
  readonly sessions: readonly Session[]
  readonly zoneOf: (id: PersonId) => Zone
  /** The wall clock each dated session was meant for, in its own zone. */
  readonly walls: ReadonlyMap<SessionId, string>
  readonly waiting: readonly {
    readonly id: ReceivedId
    readonly at: Instant
    readonly personId: PersonId | null
    readonly sessionId: SessionId | null
  }[]
  readonly flagged: readonly {
    readonly sessionId: SessionId
    readonly pairingId: PairingId
    readonly at: Instant
  }[]
  /** Addresses nothing is sent to any more. */
  readonly bounced: readonly { readonly personId: PersonId; readonly at: Instant }[]
  readonly failed: readonly {
    readonly id: LetterId
    readonly at: Instant
    readonly personId: PersonId
    readonly sessionId: SessionId | null
  }[]
  /** What executives asked for, quietly, on their own pages. */
  readonly wishes: readonly {
    readonly pairingId: PairingId
    readonly personId: PersonId
    readonly kind: WishKind
    readonly at: Instant
  }[]
  /** Pairings where one of the two said that it is not worth the time, or that something should change. */
  readonly pulses: readonly { readonly pairingId: PairingId; readonly at: Instant }[]
  readonly snoozes: readonly Snooze[]
}

/** Whom and what a line is about. */
export function about(session: Session | null) {
  return { sessionId: session?.id ?? null, pairingId: session?.pairingId ?? null, personId: null } as const
}

/** A line that is put off; without a date it is done with, until something newer of its kind comes. */
export type Snooze = { readonly key: string; readonly until: Instant | null; readonly madeAt: Instant }
