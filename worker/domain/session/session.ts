import type {
  FormatId,
  InviteId,
  OfferId,
  OptionId,
  PairingId,
  PersonId,
  ProgrammeId,
  ProposalId,
  SessionId,
} from '../ids.ts'
import type { Place } from '../pairing/pairing.ts'
import { type Instant, type Interval, latest, type Zone } from '../time/time.ts'

export type SessionStatus = 'offered' | 'fixed' | 'happened' | 'cut-short' | 'did-not-happen' | 'cancelled'
/** As RFC 5545 §3.2.12 writes them. */
export type Partstat = 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | 'DELEGATED'
/** The doors an answer comes in by. */
export type Door = 'calendar' | 'link' | 'manager' | 'prose'

/** One meeting of one mentor and one executive, with all that belongs to it. Nothing of it is changed in place. */
export type Session = {
  readonly id: SessionId
  readonly pairingId: PairingId
  readonly programmeId: ProgrammeId
  readonly mentorId: PersonId
  readonly executiveId: PersonId
  readonly status: SessionStatus
  /** Set while fixed and ever after; null while offered. */
  readonly time: Interval | null
  readonly minutes: number
  /** The executive's zone, in which the wall clock was meant. */
  readonly zone: Zone
  readonly place: Place | null
  /** What the pairing has where the session says nothing else: its own mentor, and where they meet. */
  readonly usual: { readonly mentorId: PersonId; readonly place: Place | null }
  /** Bumps of this round. */
  readonly bumps: number
  /** Counts the events; one writer a version. */
  readonly version: number
  /** The latest; an older one is superseded and shows this one's state. */
  readonly offer: Offer | null
  readonly invites: readonly Invite[]
  /** Those that wait for a decision. */
  readonly proposals: readonly Proposal[]
  /** No offer is made by itself before this moment (“ask me after 20 January”). */
  readonly notBefore: Instant | null
  /** Over and not logged, while the next round is open already. */
  readonly passed: boolean
  /** Chosen for it, or kept with it once its mentor was told; null: the next of what the executive begins with. */
  readonly formatId: FormatId | null
}

export type OfferStatus = 'open' | 'answered' | 'none' | 'later' | 'superseded' | 'expired'

export type Offer = {
  readonly id: OfferId
  readonly status: OfferStatus
  /** Who is asked: an assistant, or the executive himself. */
  readonly askedId: PersonId
  readonly heldUntil: Instant
  readonly madeAt: Instant
  readonly options: readonly Option[]
  readonly answer: OfferAnswer | null
}

/** `found` by the judge, `own` written by whoever answers, `counter` proposed from a calendar. */
export type Option = Interval & { readonly id: OptionId; readonly origin: 'found' | 'own' | 'counter' }

export type OfferAnswer = {
  readonly optionId: OptionId | null
  readonly byId: PersonId
  readonly via: Door
  readonly at: Instant
}

export type ProposalState = 'waiting' | 'accepted' | 'refused' | 'superseded'

/** A time somebody asked for that no rule could accept alone. */
export type Proposal = Interval & {
  readonly id: ProposalId
  readonly personId: PersonId
  readonly via: Door
  readonly at: Instant
  readonly state: ProposalState
}

/** One attendee of one session: an event of his own, with a UID nobody else sees. */
export type Invite = {
  readonly id: InviteId
  readonly personId: PersonId
  readonly uid: string
  /** Exactly as sent; never computed again. */
  readonly organizer: string
  readonly sequence: number
  readonly partstat: Partstat
  /** Whether his calendar still shows the event. */
  readonly live: boolean
  /** The latest DTSTAMP it was sent with: a clock set back never lowers it. */
  readonly stampedAt: Instant
  readonly answer: InviteAnswer | null
}

/** The order in which answers to one revision count (RFC 5546 §2.1.5, with what clients add). */
export type InviteAnswer = {
  readonly byId: PersonId | null
  readonly via: Door
  readonly sequence: number
  readonly dtstamp: Instant | null
  readonly replyTime: Instant | null
  readonly mailDate: Instant | null
  readonly at: Instant
}

export function inviteOf(session: Session, personId: PersonId): Invite | null {
  return session.invites.find((invite) => invite.personId === personId && invite.live) ?? null
}

/** Whether somebody else answered for the invited, so that it can be taken back. */
export function wasAnsweredByAnother({ answer, personId }: Invite): boolean {
  return answer !== null && answer.byId !== personId && (answer.via === 'calendar' || answer.via === 'prose')
}

/** The API's one number: the highest of its invites. */
export function sequenceOf(session: Session): number {
  return Math.max(0, ...session.invites.map((invite) => invite.sequence))
}

/** RFC 5546 §2.1.4: the next revision, stamped no earlier than the one before. */
export function revised(invite: Invite, now: Instant): Invite {
  return { ...invite, sequence: invite.sequence + 1, stampedAt: latest(now, invite.stampedAt) }
}

/** RFC 5546 §3.2.5: a CANCEL is a revision too. Its UID is never used again. */
export function withdrawn(invite: Invite, now: Instant): Invite {
  return { ...revised(invite, now), live: false }
}
