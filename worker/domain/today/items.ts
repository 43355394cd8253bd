import { endsSoonSince } from '../programme/close.ts'
import type { LetterId, PairingId, PersonId, ProgrammeId, ProposalId, ReceivedId, SessionId } from '../ids.ts'
import type { Pairing } from '../pairing/pairing.ts'
import type { Programme } from '../programme/programme.ts'
import { roundDueAt } from '../session/round.ts'
import type { Session } from '../session/session.ts'
import { isHidden, type Snooze } from './snooze.ts'
import type { Instant, Zone } from '../time/time.ts'
import { about, itemOfSession, proposalsOf } from './rounds.ts'
import type { WishKind } from '../pairing/wish.ts'

/** Why the manager is needed, most urgent first. */
export const KINDS = [
  'mentor-cannot',
  'declined',
  'bumped-twice',
  'counter',
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
  'answer-waiting',
  'tentative',
  'not-logged',
  'needs-manager',
  'programme-ends',
  'address-bounced',
  'undelivered',
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

/** Who needs the manager: one line each, most urgent first, the longest waiting first among equals. */
export function findItems(morning: Morning): readonly Item[] {
  return allItems(morning).filter((item) => !isHidden(item, morning.snoozes, morning.now))
}

/** Of a programme that is closed nothing is left to arrange; what people say and its letters are seen to even then. */
function allItems(morning: Morning): readonly Item[] {
  const items = [
    ...(morning.programme.status === 'open' ? itemsOfOpen(morning) : []),
    ...itemsOfWords(morning),
    ...itemsOfMail(morning),
  ]
  return items.toSorted(
    (one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) || one.since - other.since,
  )
}

function itemsOfOpen(morning: Morning): readonly Item[] {
  return [
    ...morning.sessions.flatMap((session) => itemOfSession(session, morning) ?? []),
    ...morning.sessions.flatMap((session) => proposalsOf(session, morning.now)),
    ...morning.pairings.flatMap((pairing) => itemOfPairing(pairing, morning) ?? []),
    ...morning.wishes.map(({ pairingId, personId, kind, at }): Item => ({
      ...about(null),
      kind: kind === 'pause' ? 'asks-to-pause' : 'asks-for-another',
      since: at,
      action: 'open',
      pairingId,
      personId,
    })),
    ...itemOfEnd(morning),
  ]
}

/** What somebody said that a person has to read. */
function itemsOfWords(morning: Morning): readonly Item[] {
  return [
    ...morning.waiting.map(({ id, at, personId, sessionId }): Item => ({
      ...about(null),
      kind: 'answer-waiting',
      since: at,
      action: 'answer-for',
      sessionId,
      personId,
      receivedId: id,
    })),
    ...morning.flagged.map(({ sessionId, pairingId, at }): Item => ({
      kind: 'needs-manager',
      since: at,
      action: 'open',
      sessionId,
      pairingId,
      personId: null,
    })),
    ...morning.pulses.map(({ pairingId, at }): Item => ({
      ...about(null),
      kind: 'pulse',
      since: at,
      action: 'open',
      pairingId,
    })),
  ]
}

/** Three weeks ahead: is it to be closed? */
function itemOfEnd({ programme, now }: Morning): readonly Item[] {
  const since = endsSoonSince(programme, now)
  if (since === null) return []
  return [{ ...about(null), kind: 'programme-ends', since, action: 'close', programmeId: programme.id }]
}

function itemsOfMail(morning: Morning): readonly Item[] {
  return [
    ...morning.bounced.map(({ personId, at }): Item => ({
      ...about(null),
      kind: 'address-bounced',
      since: at,
      action: 'clear-address',
      personId,
    })),
    ...morning.failed.map(({ id, at, personId, sessionId }): Item => ({
      ...about(null),
      kind: 'undelivered',
      since: at,
      action: 'send-again',
      sessionId,
      personId,
      letterId: id,
    })),
  ]
}

/** Neither a date nor a round under way: outside the cadence, or not asked yet. */
function itemOfPairing(
  pairing: Morning['pairings'][number],
  { now, programme, sessions }: Morning,
): Item | null {
  const { id, status, lastAt } = pairing
  if (sessions.some(({ pairingId, passed }) => pairingId === id && !passed)) return null
  const line = { ...about(null), pairingId: id, since: lastAt, action: 'offer' } as const
  if (status === 'proposed') return { ...line, kind: 'first-offer' }

  const due = roundDueAt(programme, { lastEnd: lastAt, lastMet: lastAt })
  return status === 'active' && due <= now ? { ...line, kind: 'no-next-date' } : null
}
