import type { HealthMail } from '../clock/alert-mail.ts'
import type {
  CommitmentId,
  LetterId,
  LinkId,
  OfferId,
  OptionId,
  PersonId,
  ProgrammeId,
  ReportLinkId,
  SessionId,
} from '../ids.ts'
import type { PairingKind, Place } from '../pairing/pairing.ts'
import type { PulsePhase } from '../pairing/pulse-answer.ts'
import type { Aim } from '../path/aim.ts'
import type { FormatWords } from '../path/format.ts'
import type { StepReason } from '../path/next-steps.ts'
import type { Stage } from '../path/stage.ts'
import type { TrackShown } from '../path/track-walk.ts'
import type { Locale } from '../people/person.ts'
import type { Wording } from '../programme/programme.ts'
import type { Commitment } from '../session/outcome.ts'
import type { Partstat } from '../session/session.ts'
import type { Day, Instant, Interval, Zone } from '../time/time.ts'
import type { Kind } from '../today/kind.ts'

/** The person who opens the mail: its words, times and addresses are for this reader. */
export type Reader = {
  readonly personId: PersonId
  readonly name: string
  readonly email: string
  readonly locale: Locale
  readonly zone: Zone
  /** From, Reply-To and ORGANIZER: the secret address this person answers to. */
  readonly replyAddress: string
}

/** The person the mail speaks for: “Nadia H. via Northwind”. */
export type Sender = {
  readonly managerName: string
  /** Where the programme set one; absent or null: made from the name. */
  readonly managerShortName?: string | null
  readonly managerEmail: string
  readonly programme: string
}

/**
 * All that is needed to compose the mail again, identical to the byte, without the database. It is stored in the outbox
 * row and holds ids of links instead of their tokens.
 */
export type Letter =
  | SignInLetter
  | InvitationLetter
  | OfferLetter
  | OffersLetter
  | CalendarLetter
  | OutcomeLetter
  | ConfirmLetter
  | BriefLetter
  | AttendanceLetter
  | OwnLetter
  | AgreedLetter
  | DigestLetter
  | ClosingLetter
  | MorningLetter
  | UrgentLetter
  | TestLetter
  | TestInviteLetter
  | FiguresLetter
  | HealthLetter

type Common = {
  readonly id: LetterId
  readonly reader: Reader
  readonly sender: Sender
  readonly madeAt: Instant
}

export type SignInLetter = Common & {
  readonly kind: 'sign-in'
  readonly linkId: LinkId
  readonly validUntil: Instant
}

/** To somebody who gives hours, once he is added: what it is, and a link that signs him in, once. */
export type InvitationLetter = Common & {
  readonly kind: 'invitation'
  readonly linkId: LinkId
  readonly validUntil: Instant
}

/** To whoever runs the installation: whether mail arrives. It says nothing of anybody. */
export type TestLetter = Common & { readonly kind: 'test'; readonly linkId: null }

/** To whoever runs the installation: an entry of her own calendar, of no session, to see that invites arrive and are answered. */
export type TestInviteLetter = Common & {
  readonly kind: 'test-invite'
  readonly method: 'REQUEST' | 'CANCEL'
  readonly uid: string
  readonly sequence: number
  readonly dtstamp: Instant
  readonly time: Interval
  readonly linkId: null
}

/** To whoever runs the installation: what is not as it must be, or that all is well again. It says nothing of anybody. */
export type HealthLetter = Common &
  HealthMail & {
    readonly kind: 'health'
    readonly linkId: null
    /** Whether its reader manages a programme: *Delivery* is closed to everybody else. */
    readonly isForManager: boolean
  }

/** To somebody without an account: a link to a programme's figures. The reader's id is that of who made it. */
export type FiguresLetter = Common & {
  readonly kind: 'figures'
  readonly programmeId: ProgrammeId
  readonly linkId: ReportLinkId
  /** The end of the last day on which it opens. */
  readonly validUntil: Instant
}

export type OfferLetter = Common & {
  readonly kind: 'offer'
  readonly offerId: OfferId
  readonly sessionId: SessionId
  readonly executiveName: string
  /** Whether the reader is the executive himself. */
  readonly toExecutive: boolean
  /** Null if it is hidden from the reader. */
  readonly mentorName: string | null
  readonly executiveZone: Zone
  readonly minutes: number
  readonly place: Place | null
  readonly options: readonly LetterOption[]
  readonly heldUntil: Instant
  readonly firstContact: boolean
  /** The manager's own words in place of ours about what this is; absent in letters of older versions. */
  readonly words?: string | null
  /** It reminds of times that were offered before; absent in an offer. */
  readonly reminds?: true
  /** How often this round was moved before. The words depend on it, the tone does not. */
  readonly bumps: number
  readonly linkId: LinkId
}

export type LetterOption = Interval & {
  readonly id: OptionId
  /** It can be picked before this moment. Absent in letters of older versions: before it starts. */
  readonly until?: Instant
  /** The executive's zone at that time, if a trip makes it another than `executiveZone`. */
  readonly zone?: Zone
}

/** To an assistant: all offers that wait for her answer in one mail, each with its own times and link. */
export type OffersLetter = Common & { readonly kind: 'offers'; readonly offers: readonly OfferLetter[] }

/** An iTIP message (RFC 5546) to one attendee. */
export type CalendarLetter = Common & {
  readonly kind: 'calendar'
  readonly method: 'REQUEST' | 'CANCEL' | 'DECLINECOUNTER'
  readonly sessionId: SessionId
  readonly uid: string
  readonly sequence: number
  readonly dtstamp: Instant
  readonly organizer: string
  /** What this calendar answered last. A REQUEST sent again must not reset it (RFC 5546 §3.2.6). */
  readonly partstat: Partstat
  readonly time: Interval
  /** The other person's name, if the reader's calendar may show it; else null. */
  readonly otherName: string | null
  /** For the title, where the programme set one; absent or null: made from the name. */
  readonly otherShortName?: string | null
  readonly toExecutive: boolean
  readonly pairingKind: PairingKind
  readonly wording: Wording
  /** Replaces both wordings; null: the programme's wording. */
  readonly title: string | null
  readonly place: Place | null
  /** Set for a move, which the mail mentions; null for a first invite. */
  readonly movedFrom: Interval | null
  /** What is new: the time, or the place or the other person at the same time. */
  readonly news: 'time' | 'place' | 'person'
  /** Who last answered by mail for the reader: empty if unknown, null if nobody did. */
  readonly answeredBy: string | null
  readonly firstContact: boolean
  /** The pulse question in the body. It is answered on the linked page and is never in the calendar's own text. */
  readonly asks: PulsePhase | null
  /** Opens the session's page; null for a CANCEL. */
  readonly linkId: LinkId | null
}

/** To the mentor, five minutes after the end: four links. */
export type OutcomeLetter = Common & {
  readonly kind: 'outcome'
  readonly sessionId: SessionId
  readonly otherName: string
  readonly time: Interval
  readonly asks: PulsePhase | null
  readonly linkId: LinkId
}

/** To an assistant, the day before: the state of all her executives' sessions. It contains no link. */
export type DigestLetter = Common & {
  readonly kind: 'digest'
  /** Sorted by time. */
  readonly entries: readonly DigestEntry[]
  readonly linkId: null
}

export type DigestEntry = {
  /** Absent in letters of older versions. */
  readonly sessionId?: SessionId
  readonly executiveName: string
  readonly executiveZone: Zone
  readonly time: Interval
  /** Null if it is hidden from the reader. */
  readonly mentorName: string | null
  readonly place: Place | null
  readonly partstat: Partstat
}

/** Confirms a change by mail, because anybody who sees the calendar could open the page that asked for it. */
export type ConfirmLetter = Common & {
  readonly kind: 'confirm'
  readonly sessionId: SessionId
  readonly change: 'decline'
  readonly executiveName: string
  readonly time: Interval
  readonly linkId: LinkId
}

/** To the mentor, the day before: what a calendar must not say. */
export type BriefLetter = Common & {
  readonly kind: 'brief'
  readonly sessionId: SessionId
  readonly otherName: string
  readonly otherZone: Zone
  readonly time: Interval
  readonly place: Place | null
  readonly pairingKind: PairingKind
  /** Whether they have not met yet; absent in older letters. */
  readonly isFirst?: boolean
  readonly commitment: (Pick<Commitment, 'words' | 'done' | 'dueOn'> & SaidDone) | null
  readonly format: BriefFormat | null
  /** What they work towards. Absent in letters of older versions. */
  readonly aim?: Aim | null
  /** Why the session begins with it. Absent in briefs that were written before there were reasons. */
  readonly why?: readonly StepReason[]
  /** Whether the executive has written down a question; his words stand behind the link. Absent in letters of older versions. */
  readonly hasQuestion?: boolean
  /** Which step of a track it is. Absent in briefs that were written before there were tracks. */
  readonly track?: TrackShown | null
  readonly linkId: LinkId
}

/** What the executive says of it; absent in letters of older versions. */
type SaidDone = Partial<Pick<Commitment, 'saidDone'>>

/** The words of a built-in format are chosen in the mentor's language when the mail is composed. */
export type BriefFormat = FormatWords & { readonly link: string | null }

/** On the day, to the person who answers for the executive: the executive is expected, or the mentor is late. */
export type AttendanceLetter = Common & {
  readonly kind: 'attendance'
  readonly sessionId: SessionId
  readonly news: 'expected' | 'late'
  readonly executiveName: string
  readonly toExecutive: boolean
  readonly time: Interval
  readonly linkId: null
}

/** To the executive: a link to his own page, or a reminder of his commitment. */
export type OwnLetter = Common & {
  readonly kind: 'own'
  readonly sessionId: SessionId
  /** Null where it is hidden. */
  readonly mentorName: string | null
  readonly commitment: string | null
  /** Its words say what the hour is for: they are not written, and stand on his page alone. */
  readonly isUnsaid?: boolean
  readonly linkId: LinkId
}

/** To an executive who wants it in writing, once after a session: what was agreed. */
export type AgreedLetter = Common & {
  readonly kind: 'agreed'
  readonly sessionId: SessionId
  /** Null where it is hidden. */
  readonly mentorName: string | null
  readonly commitmentId: CommitmentId
  /** Null where the words say what the hour is for: then they stand on his page alone. */
  readonly commitment: string | null
  readonly dueOn: Day | null
  readonly linkId: LinkId
}

/** To an executive when the programme is closed: his own list, and how long it is kept. */
export type ClosingLetter = Common & {
  readonly kind: 'closing'
  /** His last session that had a date. */
  readonly sessionId: SessionId
  readonly list: OwnList
  /** What else he meant to do says what the hour was for: it stands on his page alone. */
  readonly hasMore?: boolean
  readonly keptUntil: Day
  readonly linkId: LinkId
}

/** What an executive keeps: when he met, what he committed to, and the stage he reached. */
export type OwnList = {
  readonly held: readonly Interval[]
  readonly commitments: readonly (Pick<Commitment, 'words' | 'done'> & SaidDone)[]
  readonly stage: Stage
}

/** To a manager, on a working morning: what waits on Today. */
export type MorningLetter = Common & {
  readonly kind: 'morning'
  readonly lines: readonly ToldLine[]
  /** How many more lines there are. */
  readonly more: number
  readonly linkId: null
}

/** To a manager, at once: what touches a date within the next 24 hours. */
export type UrgentLetter = Common & {
  readonly kind: 'urgent'
  readonly lines: readonly ToldLine[]
  readonly linkId: null
}

/** A line of Today as a mail tells it: no name, and nothing of what two people are to each other. */
export type ToldLine = {
  readonly programmeId: ProgrammeId
  readonly programme: string
  /** Names the line on Today; null: it stands there no more, because what it asks for was done by the clock. */
  readonly opens: string | null
  /** What it is, the same at each reading. */
  readonly key: string
  readonly news: Kind | 'given-up'
  /** When the date begins that it touches. */
  readonly start: Instant | null
  readonly since: Instant
  /** When Sotto acts by itself, if nobody else does. */
  readonly actsAt: Instant | null
}

/** All links in a letter. */
export function linksIn(letter: Letter): readonly (LinkId | ReportLinkId)[] {
  if (letter.kind === 'offers') return letter.offers.map(({ linkId }) => linkId)
  return letter.linkId === null ? [] : [letter.linkId]
}
