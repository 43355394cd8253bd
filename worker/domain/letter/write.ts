import type { Outgoing } from '../decision.ts'
import type { LinkId } from '../ids.ts'
import { asksByMail } from '../pairing/pulse.ts'
import { formatOf } from '../path/next-format.ts'
import { seen } from '../people/fields.ts'
import { shortNameOf } from '../people/name/short.ts'
import { type Look, lookOf, maySee } from '../people/permission.ts'
import type { Person } from '../people/person.ts'
import { rulesOf } from '../people/presets.ts'
import {
  type Invite,
  type Offer,
  type Option,
  type Session,
  standingOptions,
  wasAnsweredByAnother,
} from '../session/session.ts'
import { askedOf, placeOf, type Situation } from '../situation.ts'
import { zoneOfAt } from '../slot/hours.ts'
import { after, DAY, type Instant, type Interval, latest } from '../time/time.ts'
import { type Finding, lintOutward } from './discretion.ts'
import { LETTER_FIELDS } from './fields.ts'
import type { CalendarLetter, LetterOption, OfferLetter, Reader, Sender } from './letter.ts'
import type { Link, LinkPurpose } from './link.ts'
import { neutralShortName, type Titled, titledBy } from './title.ts'

/** A link still opens its page this long after its purpose is over. */
const LINK_READABLE_MS = 30 * DAY

export function letterReaderOf({ id, name, email, locale, zone, replyAddress }: Person): Reader {
  return { personId: id, name, email, locale, zone, replyAddress }
}

export function senderOf({ manager, programme }: Pick<Situation, 'manager' | 'programme'>): Sender {
  const managerShortName = neutralShortName(manager.shortName, programme.policy)
  return {
    ...{ managerName: manager.name, managerEmail: manager.email, programme: programme.shortName },
    ...(managerShortName !== null && { managerShortName }),
  }
}

/** The times of an offer, to the person who answers for the executive. */
export function offerLetter(
  situation: Situation,
  session: Session,
  offer: Offer,
): { outgoing: Outgoing; link: Link } {
  const askedPerson = askedOf(situation)
  const link = linkTo(situation, session, askedPerson, 'answer', offer.heldUntil, offer)
  const look = lookInMail(situation, askedPerson)
  const letter = seen<OfferLetter>(look, LETTER_FIELDS.offer, {
    ...heading(situation, askedPerson),
    kind: 'offer',
    offerId: offer.id,
    sessionId: session.id,
    executiveName: situation.executive.name,
    toExecutive: askedPerson.id === situation.executive.id,
    mentorName: situation.mentor.name,
    executiveZone: session.zone,
    minutes: session.minutes,
    place: placeOf(situation, session),
    options: standingOptions(offer, situation.now).map((option) =>
      optionFor(situation.executive, session, option),
    ),
    heldUntil: offer.heldUntil,
    firstContact: situation.firstContact,
    words: wordsOf(situation, look, offer),
    bumps: session.bumps,
    linkId: link.id,
  })
  return { outgoing: { dedupeKey: `offer:${offer.id}`, letter, dueAt: situation.now }, link }
}

function optionFor(
  { rules }: Person,
  { zone: home }: Session,
  { id, start, end, until }: Option,
): LetterOption {
  const zone = zoneOfAt({ zone: home, rules }, start)
  return { id, start, end, until, ...(zone !== home && { zone }) }
}

/** RFC 5546 §3.2.2 and §3.2.5: to one attendee, as if there were no other. */
export function calendarLetter(
  situation: Situation,
  session: Session,
  invite: Invite,
  message: {
    readonly method: CalendarLetter['method']
    readonly time: Interval
    readonly movedFrom?: Interval | null
    readonly news?: CalendarLetter['news']
    /** Who the other was is not known any more. */
    readonly isNameless?: boolean
  },
): { outgoing: Outgoing; link: Link | null } {
  const toExecutive = invite.personId === situation.executive.id
  const { isNameless = false } = message
  const [reader, other] = toExecutive
    ? [situation.executive, situation.mentor]
    : [situation.mentor, situation.executive]
  const link =
    message.method === 'CANCEL' ? null : linkTo(situation, session, reader, 'invite', message.time.end, null)
  const look = lookOf('calendar', reader.id, situation.executive)
  const letter = seen<CalendarLetter>(look, LETTER_FIELDS.calendar, {
    ...headingAt(situation, reader, message.time.start),
    kind: 'calendar',
    method: message.method,
    sessionId: session.id,
    uid: invite.uid,
    sequence: invite.sequence,
    dtstamp: latest(situation.now, invite.stampedAt),
    organizer: invite.organizer,
    partstat: invite.partstat,
    time: message.time,
    otherName: isNameless ? null : other.name,
    otherShortName: isNameless ? null : neutralShortName(other.shortName, situation.programme.policy),
    toExecutive,
    pairingKind: situation.pairing.kind,
    ...titleOf(situation, session, { look, other, isNameless }),
    place: placeOf(situation, session),
    movedFrom: message.movedFrom ?? null,
    news: message.news ?? 'time',
    answeredBy: answeredBy(situation, invite),
    firstContact: situation.firstContact,
    asks: toExecutive && message.method === 'REQUEST' ? asksMidway(situation, reader) : null,
    linkId: link?.id ?? null,
  })
  const dedupeKey = `${invite.uid}:${invite.sequence}:${message.method}`
  return { outgoing: { dedupeKey, letter, dueAt: situation.now }, link }
}

/** Her own words; null if she wrote none, or one has been forbidden or may not be read by whoever is asked now. */
function wordsOf(situation: Situation, look: Look, { words }: Offer): string | null {
  const isSaid = situation.firstContact && words !== null && indiscreetIn(words, situation, look) === null
  return isSaid ? words : null
}

/** The first word of a mail's text that says what the hour is for, or a name that its reader may not know; null: none. */
export function indiscreetIn(
  body: string,
  situation: Pick<Situation, 'programme' | 'mentor'>,
  look: Look,
): string | null {
  return findingsIn(body, situation, look)[0]?.word ?? null
}

/** All of them. */
export function findingsIn(
  body: string,
  { programme, mentor }: Pick<Situation, 'programme' | 'mentor'>,
  look: Look,
): readonly Finding[] {
  const { forbiddenWords, allowedWords } = programme.policy
  const hiddenNames = maySee(look, 'mentor-name', null) ? [] : [mentor.name]
  return lintOutward({ body }, { forbiddenWords, allowedWords, hiddenNames })
}

/** How a mail to the executive's side is read: by the assistant, or by the executive in an inbox she may open too. */
export function lookInMail({ executive }: Pick<Situation, 'executive'>, reader: Person): Look {
  return lookOf(reader.id === executive.id ? 'inbox' : 'assistant', reader.id, executive)
}

/** How the event is called. Where a name must be hidden, no title has it. */
function titleOf(
  situation: Situation,
  session: Session,
  { look, other, isNameless }: { readonly look: Look; readonly other: Person; readonly isNameless: boolean },
): Titled {
  const { programme, executive, mentor } = situation
  const isNamed = !isNameless && maySee(look, 'mentor-name', null)
  const { name } = other
  const titles = {
    own: rulesOf(executive).wording ?? null,
    format: formatOf({ ...situation, session })?.outwardTitle ?? null,
    other: isNamed
      ? shortNameOf({ name, shortName: neutralShortName(other.shortName, programme.policy) })
      : null,
  }
  return titledBy(titles, programme.policy, isNamed ? [] : [mentor.name, executive.name])
}

/** At the end, another letter asks. */
function asksMidway(situation: Situation, { id }: Person): 'midway' | null {
  return asksByMail(situation, id) === 'midway' ? 'midway' : null
}

/** Another person answered the previous revision by mail: the name that the next mail to its owner gives. */
function answeredBy({ session, ...situation }: Situation, { id }: Invite): string | null {
  const invite = session?.invites.find((each) => each.id === id)
  if (!invite?.answer || !wasAnsweredByAnother(invite)) return null
  const { byId } = invite.answer
  const known = [situation.executive, situation.mentor, situation.manager, ...situation.assistants]
  return known.find((each) => each.id === byId)?.name ?? ''
}

/** A link of one purpose for one reader. Its token is derived from its id when the letter is composed. */
export function linkTo(
  situation: Situation,
  session: Session,
  person: Person,
  purpose: LinkPurpose,
  until: Instant,
  offer: Offer | null,
): Link {
  const id: LinkId = situation.newId('lnk')
  return {
    id,
    purpose,
    personId: person.id,
    sessionId: session.id,
    offerId: offer?.id ?? null,
    expiresAt: after(until, LINK_READABLE_MS),
    address: person.email,
    madeAt: situation.now,
  }
}

/** For an executive, the reader's zone is the one he will be in at that moment. */
export function headingAt(situation: Situation, reader: Person, moment: Instant) {
  const isExecutive = reader.id === situation.executive.id
  return heading(situation, isExecutive ? { ...reader, zone: zoneOfAt(reader, moment) } : reader)
}

export function heading(situation: Situation, reader: Person) {
  return {
    id: situation.newId('let'),
    reader: letterReaderOf(reader),
    sender: senderOf(situation),
    madeAt: situation.now,
  } as const
}
