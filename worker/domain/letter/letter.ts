import type { LetterId, LinkId, OfferId, OptionId, PersonId, SessionId } from '../ids.ts'
import type { PairingKind, Place } from '../pairing/pairing.ts'
import type { PulsePhase } from '../pairing/pulse-answer.ts'
import type { FormatWords } from '../path/format.ts'
import type { Stage } from '../path/stage.ts'
import type { Locale } from '../people/person.ts'
import type { Wording } from '../programme/programme.ts'
import type { Commitment } from '../session/outcome.ts'
import type { Partstat } from '../session/session.ts'
import type { Day, Instant, Interval, Zone } from '../time/time.ts'

/** Whoever opens the mail: words, times and addresses are his. */
export type Reader = {
  readonly personId: PersonId
  readonly name: string
  readonly email: string
  readonly locale: Locale
  readonly zone: Zone
  /** From, Reply-To and ORGANIZER: the secret address this person answers to. */
  readonly replyAddress: string
}

/** Who the mail speaks for: “Nadia H. via Northwind”. */
export type Sender = {
  readonly managerName: string
  readonly managerEmail: string
  readonly programme: string
}

/**
 * All that a mail needs to be written again to the letter, without reading the database: it is stored with
 * the outbox row, and holds ids of links instead of their tokens.
 */
export type Letter =
  | SignInLetter
  | OfferLetter
  | OffersLetter
  | CalendarLetter
  | OutcomeLetter
  | ConfirmLetter
  | BriefLetter
  | AttendanceLetter
  | OwnLetter
  | DigestLetter
  | ClosingLetter

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

export type OfferLetter = Common & {
  readonly kind: 'offer'
  readonly offerId: OfferId
  readonly sessionId: SessionId
  readonly executiveName: string
  /** Whether the reader is the executive himself. */
  readonly toExecutive: boolean
  /** Null where it is hidden from the reader. */
  readonly mentorName: string | null
  readonly executiveZone: Zone
  readonly minutes: number
  readonly place: Place | null
  readonly options: readonly LetterOption[]
  readonly heldUntil: Instant
  readonly firstContact: boolean
  /** How often this round was moved before: the words change, the tone does not. */
  readonly bumps: number
  readonly linkId: LinkId
}

export type LetterOption = Interval & {
  readonly id: OptionId
  /** The executive's clock then, where a trip has it elsewhere than `executiveZone`. */
  readonly zone?: Zone
}

/** To an assistant: all that waits for her answer, in one mail, each executive with his own times and link. */
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
  /** What this calendar last said: a REQUEST sent again must not ask it back (RFC 5546 §3.2.6). */
  readonly partstat: Partstat
  readonly time: Interval
  /** The other person's name where the reader may see it in his calendar, else null. */
  readonly otherName: string | null
  readonly toExecutive: boolean
  readonly pairingKind: PairingKind
  readonly wording: Wording
  /** Takes the place of both wordings; null: as the programme has it. */
  readonly title: string | null
  readonly place: Place | null
  /** A move says so in the mail; a first invite does not. */
  readonly movedFrom: Interval | null
  /** What the mail is about: the time, or another place or person at the same time. */
  readonly news: 'time' | 'place' | 'person'
  /** Whose mail answered last in the reader's stead; empty where we do not know him, null where nobody's did. */
  readonly answeredBy: string | null
  readonly firstContact: boolean
  /** What the body asks of their time together, on the page the link opens; never in the calendar's own text. */
  readonly asks: PulsePhase | null
  /** Opens the session's page; null on a CANCEL. */
  readonly linkId: LinkId | null
}

/** To the mentor, five minutes past the end: four links. */
export type OutcomeLetter = Common & {
  readonly kind: 'outcome'
  readonly sessionId: SessionId
  readonly otherName: string
  readonly time: Interval
  readonly asks: PulsePhase | null
  readonly linkId: LinkId
}

/** To an assistant the day before: what is believed of all her executives. It holds no link. */
export type DigestLetter = Common & {
  readonly kind: 'digest'
  /** In the order of their times. */
  readonly entries: readonly DigestEntry[]
  readonly linkId: null
}

export type DigestEntry = {
  readonly executiveName: string
  readonly executiveZone: Zone
  readonly time: Interval
  /** Null where it is hidden from the reader. */
  readonly mentorName: string | null
  readonly place: Place | null
  readonly partstat: Partstat
}

/** A change asked for from a page anybody with the calendar could open: the person confirms it from his own mail. */
export type ConfirmLetter = Common & {
  readonly kind: 'confirm'
  readonly sessionId: SessionId
  readonly change: 'decline'
  readonly executiveName: string
  readonly time: Interval
  readonly linkId: LinkId
}

/** To the mentor, the day before: what no calendar may say. */
export type BriefLetter = Common & {
  readonly kind: 'brief'
  readonly sessionId: SessionId
  readonly otherName: string
  readonly otherZone: Zone
  readonly time: Interval
  readonly place: Place | null
  readonly pairingKind: PairingKind
  readonly commitment: Pick<Commitment, 'words' | 'done' | 'dueOn'> | null
  readonly format: BriefFormat | null
  readonly linkId: LinkId
}

/** The house's own words are found in the mentor's language when the letter is written. */
export type BriefFormat = FormatWords & { readonly link: string | null }

/** On the day, to whoever answers for the executive: he is expected, or the other is late. */
export type AttendanceLetter = Common & {
  readonly kind: 'attendance'
  readonly sessionId: SessionId
  readonly news: 'expected' | 'late'
  readonly executiveName: string
  readonly toExecutive: boolean
  readonly time: Interval
  readonly linkId: null
}

/** To the executive himself: the way to his own page, or a word about what he meant to do. */
export type OwnLetter = Common & {
  readonly kind: 'own'
  readonly sessionId: SessionId
  /** Null where it is hidden. */
  readonly mentorName: string | null
  readonly commitment: string | null
  readonly linkId: LinkId
}

/** To an executive when the programme is closed: his own list, and how long it is kept. */
export type ClosingLetter = Common & {
  readonly kind: 'closing'
  /** The last that had a date. */
  readonly sessionId: SessionId
  readonly list: OwnList
  readonly keptUntil: Day
  readonly linkId: LinkId
}

/** What an executive takes with him: when he met, what he meant to do, how far he was seen to come. */
export type OwnList = {
  readonly held: readonly Interval[]
  readonly commitments: readonly Pick<Commitment, 'words' | 'done'>[]
  readonly stage: Stage
}

/** Every link a letter carries. */
export function linksIn(letter: Letter): readonly LinkId[] {
  if (letter.kind === 'offers') return letter.offers.map(({ linkId }) => linkId)
  return letter.linkId === null ? [] : [letter.linkId]
}
