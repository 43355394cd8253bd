import { accept, refuse, type Result } from '../result.ts'
import { digestWindow } from '../session/digest.ts'
import type { Interval } from '../time/time.ts'
import { asToldNow } from '../today/told-now.ts'
import { asHealthNow } from './health.ts'
import type {
  BriefLetter,
  CalendarLetter,
  DigestEntry,
  DigestLetter,
  Letter,
  OfferLetter,
  OffersLetter,
  OwnLetter,
} from './letter.ts'
import type { Present, SessionNow } from './present.ts'
import { isAddressLost, isAddressOfNow } from './readdress.ts'
import { validUntilOf } from './thread.ts'

/** Why a letter is not sent. */
export type Untrue = {
  readonly reason:
    | 'over'
    | 'called-off'
    | 'moved'
    | 'answered'
    | 'not-asked'
    | 'done'
    | 'replaced'
    | 'not-wanted'
    | 'gone'
    | 'address-changed'
}

/** Whether every word of a letter is still so. Asked before each try, and when somebody sends it again. */
export function isStillTrue(letter: Letter, present: Present): boolean {
  const found = asOfNow(letter, present)
  return found.ok && found.value === letter && isAddressOfNow(letter, present)
}

/**
 * The letter as it is true now: itself, or shorter or corrected where only a part has changed. Refused if nothing of it
 * is true any more.
 */
export function asOfNow(letter: Letter, present: Present): Result<Letter, Untrue> {
  // The programme was purged: only codes are left.
  if (letter.reader.email === '') return refuse({ reason: 'gone' })
  const validUntil = validUntilOf(letter)
  if (validUntil !== null && validUntil <= present.now) return refuse({ reason: 'over' })
  if (endsWithAddress(letter) && isAddressLost(letter, present)) return refuse({ reason: 'address-changed' })
  switch (letter.kind) {
    case 'sign-in':
    case 'invitation':
    case 'test':
    case 'test-invite':
    case 'closing':
      return accept(letter)
    case 'figures':
      return present.openLinks.has(letter.linkId) ? accept(letter) : refuse({ reason: 'gone' })
    case 'health':
      return asHealthNow(letter, present.health)
    case 'offers':
      return shorter(letter, present)
    case 'digest':
      return corrected(letter, present)
    case 'morning':
    case 'urgent': {
      const left = asToldNow(letter, present.told, present.now)
      return left ? accept(left) : refuse({ reason: 'done' })
    }
    default: {
      const about = present.sessions.get(letter.sessionId)
      if (!about) return refuse({ reason: 'gone' })
      return asOfSession(letter, about, present)
    }
  }
}

/**
 * A sign-in is asked for anew, an invitation is sent again by a press, and gathered offers were written again one by one when the address was changed. Every
 * other letter goes to the address of now.
 */
function endsWithAddress({ kind }: Letter): boolean {
  return ['sign-in', 'invitation', 'test', 'test-invite', 'offers'].includes(kind)
}

type AboutOneSession = Exclude<
  Letter,
  {
    kind:
      | 'sign-in'
      | 'invitation'
      | 'test'
      | 'test-invite'
      | 'closing'
      | 'figures'
      | 'health'
      | 'offers'
      | 'digest'
      | 'morning'
      | 'urgent'
  }
>

function asOfSession(letter: AboutOneSession, about: SessionNow, present: Present): Result<Letter, Untrue> {
  const untrue = whyUntrue(letter, about, present)
  if (untrue) return refuse({ reason: untrue })
  if (letter.kind === 'offer') return correctedOffer(letter, about, present)
  return accept(letter.kind === 'brief' ? correctedBrief(letter, about) : letter)
}

/** A brief that has not left yet names the place where they meet now, and no question that was taken back. */
function correctedBrief(letter: BriefLetter, { place, session: { hasQuestion } }: SessionNow): BriefLetter {
  const isTakenBack = letter.hasQuestion === true && !hasQuestion
  if (isSame(letter.place, place) && !isTakenBack) return letter
  return { ...letter, place, ...(isTakenBack && { hasQuestion }) }
}

function whyUntrue(letter: AboutOneSession, about: SessionNow, present: Present): Untrue['reason'] | null {
  const { session } = about
  switch (letter.kind) {
    case 'offer':
      return whyNotOffered(letter, about, present)
    case 'calendar':
      return whyNotInCalendar(letter, about)
    case 'own':
      return whyNotOwn(letter, about, present)
    case 'agreed':
      if (!about.isExecutiveHere) return 'not-asked'
      if (about.agreed !== letter.commitmentId) return 'replaced'
      return about.inWriting ? null : 'not-wanted'
    case 'outcome':
    case 'brief':
      if (about.pairingStatus === 'ended' || !about.isMentorHere) return 'not-asked'
      return letter.reader.personId === session.mentorId ? whyNotFixed(letter.time, about) : 'not-asked'
    case 'confirm':
      return session.invites.some(({ personId, live }) => live && personId === letter.reader.personId)
        ? whyNotFixed(letter.time, about)
        : 'called-off'
    case 'attendance':
      if (!mayAnswer(letter, about)) return 'not-asked'
      if (letter.news === 'expected' && about.arrivedAt !== null && about.arrivedAt >= letter.madeAt)
        return 'done'
      return whyNotFixed(letter.time, about)
  }
}

function whyNotFixed(time: Interval, { session }: SessionNow): 'called-off' | 'moved' | null {
  if (session.status !== 'fixed' || !session.time) return 'called-off'
  return isSame(session.time, time) ? null : 'moved'
}

function whyNotOffered(letter: OfferLetter, about: SessionNow, { now }: Present): Untrue['reason'] | null {
  const { offer } = about.session
  if (offer?.id !== letter.offerId || offer.status !== 'open') return 'answered'
  if (offer.heldUntil <= now) return 'over'
  return letter.reader.personId === offer.askedId && mayAnswer(letter, about) ? null : 'not-asked'
}

/** The executive himself, or an assistant who answers for him now. */
function mayAnswer({ reader }: Letter, { session, assistantIds }: SessionNow): boolean {
  return reader.personId === session.executiveId || assistantIds.includes(reader.personId)
}

/** A revision is true as long as no later one was decided, also one that only changed a text (RFC 5546 §2.1.4). */
function whyNotInCalendar(letter: CalendarLetter, about: SessionNow): Untrue['reason'] | null {
  const invite = about.session.invites.find(({ uid }) => uid === letter.uid)
  if (!invite) return 'gone'
  if (letter.method === 'CANCEL') return invite.live ? 'moved' : null
  if (!invite.live) return 'called-off'
  if (letter.sequence !== invite.sequence || letter.dtstamp < invite.stampedAt) return 'moved'
  return whyNotFixed(letter.time, about)
}

/** A nudge speaks of an open commitment between two sessions; the link to his own page was asked for. */
function whyNotOwn(letter: OwnLetter, about: SessionNow, { now }: Present): Untrue['reason'] | null {
  if (letter.commitment === null) return null
  const { session, openCommitment, pairingStatus } = about
  if (!about.isExecutiveHere) return 'not-asked'
  if (openCommitment !== letter.commitment || pairingStatus !== 'active') return 'done'
  if (session.status !== 'fixed' || !session.time) return 'called-off'
  return session.time.start > now ? null : 'over'
}

/** Without the times that cannot be picked any more, and with the place where they would meet now. */
function correctedOffer(
  letter: OfferLetter,
  { place }: SessionNow,
  { now }: Present,
): Result<OfferLetter, Untrue> {
  const options = letter.options.filter(({ start, until = start }) => until > now)
  if (options.length === 0) return refuse({ reason: 'over' })
  const isSo = options.length === letter.options.length && isSame(letter.place, place)
  return accept(isSo ? letter : { ...letter, options, place })
}

/** Without the offers that do not wait for her any more; of one alone, the mail about one. */
function shorter(letter: OffersLetter, present: Present): Result<Letter, Untrue> {
  const open = letter.offers.flatMap((offer) => {
    const about = present.sessions.get(offer.sessionId)
    if (about === undefined || whyNotOffered(offer, about, present) !== null) return []
    const left = correctedOffer(offer, about, present)
    return left.ok ? [left.value] : []
  })
  const [first] = open
  if (!first) return refuse({ reason: 'answered' })
  if (isSame(open, letter.offers)) return accept(letter)
  return accept(open.length === 1 ? { ...first, id: letter.id } : { ...letter, offers: open })
}

/** With each session as it is now, without those that are called off, moved to another day, or under way. */
function corrected(letter: DigestLetter, present: Present): Result<Letter, Untrue> {
  const entries = letter.entries
    .flatMap((entry) => correctedEntry(letter, entry, present) ?? [])
    .toSorted((one, other) => one.time.start - other.time.start)
  if (entries.length === 0) return refuse({ reason: 'called-off' })
  return accept(isSame(entries, letter.entries) ? letter : { ...letter, entries })
}

function correctedEntry(
  { reader, madeAt }: DigestLetter,
  entry: DigestEntry,
  { now, sessions }: Present,
): DigestEntry | null {
  const about = entry.sessionId === undefined ? undefined : sessions.get(entry.sessionId)
  const time = about?.session.time
  if (!about || about.session.status !== 'fixed' || !time || time.start <= now) return null
  const { session, assistantIds, mentorName } = about
  const window = digestWindow(reader, madeAt)
  if (!assistantIds.includes(reader.personId) || time.start < window.start || time.start >= window.end)
    return null
  const invite = session.invites.find(({ personId, live }) => live && personId === session.executiveId)
  return {
    ...entry,
    time,
    mentorName: entry.mentorName === null ? null : mentorName,
    place: session.place ?? session.usual.place,
    partstat: invite?.partstat ?? 'NEEDS-ACTION',
  }
}

/** Whether two values are written alike. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
