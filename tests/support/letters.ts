import { writeLetter } from '../../web/letters/write-letter.ts'
import type { Links, WrittenLetter } from '../../web/letters/written.ts'
import type { Id, Prefix } from '../../worker/domain/ids.ts'
import type {
  AgreedLetter,
  BriefLetter,
  CalendarLetter,
  ConfirmLetter,
  DigestLetter,
  FiguresLetter,
  HealthLetter,
  InvitationLetter,
  Letter,
  MorningLetter,
  OfferLetter,
  OffersLetter,
  OutcomeLetter,
  Reader,
  Sender,
  SignInLetter,
  TestInviteLetter,
  ToldLine,
  UrgentLetter,
} from '../../worker/domain/letter/letter.ts'
import {
  after,
  DAY,
  HOUR,
  instant,
  type Instant,
  type Interval,
  MINUTE,
} from '../../worker/domain/time/time.ts'

/** Monday 15 March 2027, 09:00 in Paris. */
const MADE_AT = instant(Date.UTC(2027, 2, 15, 8))
/** Tuesday 23 March 2027, 10:00 in Paris, and 05:00 in New York, which already has summer time. */
const START = instant(Date.UTC(2027, 2, 23, 9))

const links: Links = {
  pageOf: (path) => `https://sotto.example${path}`,
  urlOf: (linkId, path, query = {}) =>
    `https://sotto.example/${path}?${new URLSearchParams({ k: `token-of-${linkId}`, ...query }).toString()}`,
}

export function write(letter: Letter): WrittenLetter {
  return writeLetter(letter, links)
}

/** Path and choice of each of our links, in their order: `/log moved`. */
export function linksIn(text: string): readonly string[] {
  const address =
    /https:\/\/sotto\.example\/([a-z-]+)\?k=token-of-(?:lnk|rpl)_0+(?:&(?:option|result)=([\w-]+))?/g
  return Array.from(text.matchAll(address), ([, path, choice]) =>
    [path, choice].filter(Boolean).map(String).join(' '),
  ).map((each) => `/${each}`)
}

export function halfAnHour(start: Instant = START): Interval {
  return { start, end: after(start, 30 * MINUTE) }
}

export function aReader(parts: Partial<Reader> = {}): Reader {
  return {
    personId: named('per'),
    name: 'Claude Bernard',
    email: 'c.bernard@northwind.example',
    locale: 'en',
    zone: 'Europe/Paris',
    replyAddress: 'notes.x7k2@reply.sotto.example',
    ...parts,
  }
}

export function aSignIn(parts: Partial<SignInLetter> = {}): SignInLetter {
  return {
    ...letterParts(),
    kind: 'sign-in',
    linkId: named('lnk'),
    validUntil: after(MADE_AT, 10 * MINUTE),
    ...parts,
  }
}

/** To a mentor who was just added. */
export function anInvitation(parts: Partial<InvitationLetter> = {}): InvitationLetter {
  return {
    ...letterParts({ name: 'Tom Leroy', email: 't.leroy@northwind.example' }),
    kind: 'invitation',
    linkId: named('lnk'),
    validUntil: after(MADE_AT, 7 * DAY),
    ...parts,
  }
}

/** To the owner: what is bad. */
export function aHealthLetter(parts: Partial<HealthLetter> = {}): HealthLetter {
  return {
    ...letterParts(MANAGER),
    kind: 'health',
    bad: [{ code: 'jobs-failed', since: after(MADE_AT, -15 * MINUTE) }],
    wellSince: null,
    firstAt: MADE_AT,
    isForManager: true,
    linkId: null,
    ...parts,
  }
}

/** To a manager, for her own calendar. */
export function aTestInvite(parts: Partial<TestInviteLetter> = {}): TestInviteLetter {
  return {
    ...letterParts({ name: 'Nadia Haddad', email: 'n.haddad@northwind.example' }),
    kind: 'test-invite',
    method: 'REQUEST',
    uid: '9f3k1z@reply.sotto.example',
    sequence: 0,
    dtstamp: MADE_AT,
    time: { start: START, end: after(START, 15 * MINUTE) },
    linkId: null,
    ...parts,
  }
}

/** To somebody without an account. */
export function someFigures(parts: Partial<FiguresLetter> = {}): FiguresLetter {
  return {
    ...letterParts({ name: 'The board', email: 'board@northwind.example' }),
    kind: 'figures',
    programmeId: named('prg'),
    linkId: named('rpl'),
    validUntil: instant(Date.UTC(2027, 2, 27, 23)),
    ...parts,
  }
}

/** Three times, to the assistant. */
export function anOffer(parts: Partial<OfferLetter> = {}): OfferLetter {
  return {
    ...letterParts({ name: 'Odile Marchand', email: 'o.marchand@northwind.example' }),
    kind: 'offer',
    offerId: named('off'),
    sessionId: named('ses'),
    executiveName: 'Claude Bernard',
    toExecutive: false,
    mentorName: 'Tom Leroy',
    executiveZone: 'Europe/Paris',
    minutes: 30,
    place: null,
    options: [0, 1, 2].map((day) => ({ id: named('opt', day), ...halfAnHour(after(START, day * DAY)) })),
    heldUntil: after(MADE_AT, 3 * DAY + 15 * HOUR),
    firstContact: false,
    bumps: 0,
    linkId: named('lnk'),
    ...parts,
  }
}

/** Times for several executives, to their common assistant. */
export function severalOffers(offers: readonly OfferLetter[]): OffersLetter {
  return { ...letterParts(), ...(offers[0] && { reader: offers[0].reader }), kind: 'offers', offers }
}

/** The first invite, to the executive. */
export function anInvite(parts: Partial<CalendarLetter> = {}): CalendarLetter {
  return {
    ...letterParts(),
    kind: 'calendar',
    method: 'REQUEST',
    sessionId: named('ses'),
    uid: '7d2k9x@reply.sotto.example',
    sequence: 0,
    dtstamp: MADE_AT,
    organizer: 'notes.x7k2@reply.sotto.example',
    partstat: 'NEEDS-ACTION',
    time: halfAnHour(),
    otherName: 'Tom Leroy',
    toExecutive: true,
    pairingKind: 'reverse-mentoring',
    wording: 'name',
    title: null,
    place: null,
    movedFrom: null,
    news: 'time',
    answeredBy: null,
    firstContact: false,
    asks: null,
    linkId: named('lnk'),
    ...parts,
  }
}

/** The day before, to the mentor. */
export function aBrief(parts: Partial<BriefLetter> = {}): BriefLetter {
  return {
    ...letterParts({ name: 'Tom Leroy', email: 't.leroy@northwind.example' }),
    kind: 'brief',
    sessionId: named('ses'),
    otherName: 'Claude Bernard',
    otherZone: 'Europe/Paris',
    time: halfAnHour(),
    place: null,
    pairingKind: 'mentoring',
    commitment: null,
    format: { standard: 'read-with-me', link: null },
    linkId: named('lnk'),
    ...parts,
  }
}

export function anOutcome(parts: Partial<OutcomeLetter> = {}): OutcomeLetter {
  return {
    ...letterParts({ name: 'Tom Leroy', email: 't.leroy@northwind.example' }),
    kind: 'outcome',
    sessionId: named('ses'),
    otherName: 'Claude Bernard',
    time: halfAnHour(),
    asks: null,
    linkId: named('lnk'),
    ...parts,
  }
}

/** What was agreed, to an executive who wants it in writing. */
export function anAgreement(parts: Partial<AgreedLetter> = {}): AgreedLetter {
  return {
    ...letterParts({ name: 'Claude Bernard', email: 'c.bernard@northwind.example' }),
    kind: 'agreed',
    sessionId: named('ses'),
    mentorName: 'Tom Leroy',
    commitmentId: named('com'),
    commitment: 'Answer one question',
    dueOn: '2027-04-06',
    linkId: named('lnk'),
    ...parts,
  }
}

/** The sessions of tomorrow, to the assistant. */
export function aDigest(parts: Partial<DigestLetter> = {}): DigestLetter {
  return {
    ...letterParts({ name: 'Odile Marchand', email: 'o.marchand@northwind.example' }),
    kind: 'digest',
    entries: [
      {
        executiveName: 'Claude Bernard',
        executiveZone: 'America/New_York',
        time: halfAnHour(),
        mentorName: 'Tom Leroy',
        place: { kind: 'room', room: 'Room 4.12' },
        partstat: 'ACCEPTED',
      },
    ],
    linkId: null,
    ...parts,
  }
}

/** To the manager: what waits on Today. */
export function aMorningMail(parts: Partial<MorningLetter> = {}): MorningLetter {
  return { ...letterParts(MANAGER), kind: 'morning', lines: [aToldLine()], more: 0, linkId: null, ...parts }
}

/** The same about what touches the next day. */
export function anUrgentMail(parts: Partial<UrgentLetter> = {}): UrgentLetter {
  return { ...letterParts(MANAGER), kind: 'urgent', lines: [aToldLine()], linkId: null, ...parts }
}

export function aToldLine(parts: Partial<ToldLine> = {}): ToldLine {
  return {
    ...{ programmeId: 'prg_1', programme: 'Northwind', news: 'mentor-cannot', start: START, since: MADE_AT },
    ...{ key: 'mentor-cannot:ses_1', opens: 'mentor-cannot:ses_1', actsAt: null },
    ...parts,
  }
}

const MANAGER = { name: 'Nadia Haddad', email: 'n.haddad@northwind.example' }

export function aConfirmation(parts: Partial<ConfirmLetter> = {}): ConfirmLetter {
  return {
    ...letterParts(),
    kind: 'confirm',
    sessionId: named('ses'),
    change: 'decline',
    executiveName: 'Claude Bernard',
    time: halfAnHour(),
    linkId: named('lnk'),
    ...parts,
  }
}

function letterParts(reader: Partial<Reader> = {}) {
  return { id: named('let'), reader: aReader(reader), sender: SENDER, madeAt: MADE_AT }
}

const SENDER: Sender = {
  managerName: 'Nadia Haddad',
  managerEmail: 'n.haddad@northwind.example',
  programme: 'Northwind',
}

function named<P extends Prefix>(prefix: P, number = 0): Id<P> {
  return `${prefix}_${String(number).padStart(22, '0')}`
}
