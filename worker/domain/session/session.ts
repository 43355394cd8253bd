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
import { isHard, type SlotRefusal, type SoftRefusal } from '../slot/diary.ts'
import { type Instant, type Interval, latest, type Zone } from '../time/time.ts'
import type { OutcomeResult } from './outcome.ts'

export type SessionStatus = 'offered' | 'fixed' | 'happened' | 'cut-short' | 'did-not-happen' | 'cancelled'
/** The values of RFC 5545 §3.2.12. */
export type Partstat = 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | 'DELEGATED'
/** The doors through which an answer can come. */
export type Door = 'calendar' | 'link' | 'manager' | 'prose'

/** Whether a round is offered, or fixed and not logged. */
export function isOpenRound({ status }: Pick<Session, 'status'>): boolean {
  return status === 'offered' || status === 'fixed'
}

/** One meeting of one mentor and one executive, with all that belongs to it. It is immutable. */
export type Session = {
  readonly id: SessionId
  readonly pairingId: PairingId
  readonly programmeId: ProgrammeId
  readonly mentorId: PersonId
  readonly executiveId: PersonId
  readonly status: SessionStatus
  /** Set once fixed, also afterwards; null while offered. */
  readonly time: Interval | null
  readonly minutes: number
  /** The executive's zone, in which the wall clock is meant. */
  readonly zone: Zone
  readonly place: Place | null
  /** What the pairing has where the session says nothing else: its own mentor, and where they meet. */
  readonly usual: { readonly mentorId: PersonId; readonly place: Place | null }
  /** Whether the executive has written down a question for it. */
  readonly hasQuestion: boolean
  /** Bumps of this round. */
  readonly bumps: number
  /** Counts the events. Optimistic lock: one writer per version. */
  readonly version: number
  /** The latest offer. Older ones are superseded; their pages show this one. */
  readonly offer: Offer | null
  readonly invites: readonly Invite[]
  /** Only those that wait for a decision. */
  readonly proposals: readonly Proposal[]
  /** No automatic offer of a time before this moment, in the whole round (“ask me after 20 January”). */
  readonly notBefore: Instant | null
  /** Over and not logged, and the next round is already open. */
  readonly passed: boolean
  /** The format chosen for it, or kept since its brief; null: the executive's next in turn. */
  readonly formatId: FormatId | null
  /** The start that the mentor was briefed for; another start, or another mentor, needs another brief. */
  readonly briefedFor: Instant | null
  /** The end after which the mentor was asked how it went. */
  readonly askedFor: Instant | null
  /** Since when the mentor has waited for the executive; null: he does not. */
  readonly waitingSince: Instant | null
  /** Times of this round that led to nothing. `step` keeps it; rules only read it. */
  readonly tried: readonly TriedTime[]
}

/**
 * A time of this round that led to nothing. What was `refused` (“none of these”, a decline, a move, a proposal that could
 * not be had) does not come back by machine; what nobody answered comes back when nothing else is left.
 */
export type TriedTime = Interval & { readonly at: Instant; readonly how: 'refused' | 'unanswered' }

export type OfferStatus = 'open' | 'answered' | 'none' | 'later' | 'superseded' | 'expired'

export type Offer = {
  readonly id: OfferId
  readonly status: OfferStatus
  /** The person who is asked: an assistant, or the executive. */
  readonly askedId: PersonId
  /** The last hour of the last of its times. */
  readonly heldUntil: Instant
  /** When it was asked: asked anew of somebody else, from then on. */
  readonly madeAt: Instant
  /** From then on the manager is told that nobody answers: two working days of whoever is asked. */
  readonly unansweredAt: Instant
  readonly options: readonly Option[]
  /** The manager's own words, in place of ours about what this is: in the first mail of a pairing. */
  readonly words: string | null
  readonly answer: OfferAnswer | null
}

/** `found` by the judge, `own` written by the person who answers, `counter` proposed in a calendar. */
export type Option = Interval & {
  readonly id: OptionId
  readonly origin: 'found' | 'own' | 'counter'
  /** Its last hour: it can be picked before this moment. */
  readonly until: Instant
  /** Nobody picked it in time, and its hold was freed. */
  readonly dropped: boolean
  /** What the judge said to it when a manager chose it all the same, with a reason. */
  readonly against: SoftRefusal['reason'] | null
}

/** The times that can be picked now. */
export function standingOptions(offer: Offer | null, now: Instant): readonly Option[] {
  if (offer?.status !== 'open') return []
  return offer.options.filter(({ dropped, until, start }) => !dropped && until > now && start > now)
}

export type OfferAnswer = {
  readonly optionId: OptionId | null
  readonly byId: PersonId
  readonly via: Door
  readonly at: Instant
}

export type ProposalState = 'waiting' | 'accepted' | 'refused' | 'superseded'

/** A requested time that no rule could accept without a human. Its length is as it was said, also where none can be so. */
export type Proposal = Interval & {
  readonly id: ProposalId
  readonly personId: PersonId
  readonly via: Door
  readonly at: Instant
  readonly state: ProposalState
  /** What the judge said when it came. With a hard refusal it can never be accepted, only put away. */
  readonly refusal: SlotRefusal | null
  /** The words that came with it, until somebody has decided. */
  readonly words: string | null
}

export function canBeAccepted({ refusal }: Pick<Proposal, 'refusal'>): boolean {
  return refusal === null || !isHard(refusal)
}

/** One attendee of one session: an event of its own, with a secret UID. */
export type Invite = {
  readonly id: InviteId
  readonly personId: PersonId
  readonly uid: string
  /** Exactly as sent; never computed again. */
  readonly organizer: string
  readonly sequence: number
  readonly partstat: Partstat
  /** Whether the attendee's calendar still shows the event. */
  readonly live: boolean
  /** The latest DTSTAMP sent. It never decreases, even if the clock does. */
  readonly stampedAt: Instant
  readonly answer: InviteAnswer | null
  /** The highest SEQUENCE that was handed to this calendar; null: none yet. Delivery writes it, no rule does. */
  readonly sentSequence: number | null
}

/** The values that order answers to one revision (RFC 5546 §2.1.5, plus what clients add). */
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

/** The oldest revision that an answer may be to: the last one handed to the calendar, whatever was decided since. */
export function answerableSequence({ sentSequence }: Invite): number {
  return sentSequence ?? 0
}

/** Whether somebody else answered by mail for the attendee, so that it can be undone. */
export function wasAnsweredByAnother(invite: Invite): boolean {
  const answer = answerShown(invite)
  return (
    answer !== null &&
    answer.byId !== invite.personId &&
    (answer.via === 'calendar' || answer.via === 'prose')
  )
}

/** Who answered, and when. A proposed time is remembered as the last thing said, and answers neither yes nor no. */
export function answerShown({ answer, partstat }: Invite): InviteAnswer | null {
  return partstat === 'NEEDS-ACTION' ? null : answer
}

/** The single SEQUENCE that the API shows: the highest of the session's invites. */
export function sequenceOf(session: Session): number {
  return Math.max(0, ...session.invites.map((invite) => invite.sequence))
}

/** RFC 5546 §2.1.4: the next revision, with a DTSTAMP no earlier than the previous one. */
export function revised(invite: Invite, now: Instant): Invite {
  return { ...invite, sequence: invite.sequence + 1, stampedAt: latest(now, invite.stampedAt) }
}

/** RFC 5546 §3.2.5: a CANCEL is a revision too. Its UID is not used again. */
export function withdrawn(invite: Invite, now: Instant): Invite {
  return { ...revised(invite, now), live: false }
}

/** Whether the two met, if only for less than was planned; of a log's result or a session's status. */
export function wasHeld(said: OutcomeResult | SessionStatus): boolean {
  return said === 'happened' || said === 'cut-short'
}
