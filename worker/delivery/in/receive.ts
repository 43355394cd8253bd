import { findReturnedLetter, writeReturned } from '../../actions/letter/record-returned.ts'
import { applyMail, type Arriving, keepMail } from '../../actions/mail/receive.ts'
import { judgeCounter } from '../../actions/session/counter.ts'
import { judgeRefresh } from '../../actions/session/refresh.ts'
import { judgeReply } from '../../actions/session/reply.ts'
import type { ReceivedId, SessionId } from '../../domain/ids.ts'
import { faultOfStatus } from '../../domain/letter/fault.ts'
import { type Returned, undelivered } from '../../domain/letter/returned.ts'
import type { Settled } from '../../domain/mail/received.ts'
import { type Person, normalAddress } from '../../domain/people/person.ts'
import type { Reply } from '../../domain/session/reply.ts'
import { earliest, type Instant } from '../../domain/time/time.ts'
import { hashOf, type Platform } from '../../platform.ts'
import { findLikelySession, findMailContext, type InviteFound } from '../../storage/mail/received.ts'
import { findPersonByReplyAddress } from '../../storage/people/person.ts'
import { type MailReading, readMail } from './read-mail.ts'
import { attributed, type SenderTrust, senderTrustOf } from './sender-trust.ts'

export type Incoming = { readonly to: string; readonly raw: Uint8Array; readonly receiver: string | null }
export type { Settled }

/**
 * Receives a mail to a person's secret address. What it says is applied once, kept as history, or waits for a human
 * with its text, and its row is written together with what it did. Mail to an unknown address changes nothing. Nothing
 * that a sender writes makes this throw; it throws if the database fails or other writers are always first. Then
 * nothing was written, or all of it, and the same mail may be delivered again.
 */
export async function receive(platform: Platform, { to, raw, receiver }: Incoming): Promise<Settled> {
  const addressee = await findPersonByReplyAddress(platform.db, normalAddress(to))
  if (!addressee) return { state: 'ignored', why: 'unknown-address' }

  const reading = attributed(await readMail(raw, { authority: receiver }), addressee)
  const fingerprint = await fingerprintOf(reading, raw, addressee)
  const at = platform.now()
  const about = { fingerprint, uid: reading.uid, addresseeId: addressee.id }
  const { before, invite: found, assistants } = await findMailContext(platform.db, about, at)
  if (before) return { state: before.state, why: 'received-before' }

  const invite = found?.personId === addressee.id ? found : null
  const sessionId = invite?.sessionId ?? (await findLikelySession(platform.db, addressee.id, at))
  const effect = effectOf({ reading, addressee, assistants, invite, at })
  const arriving = arrivingAs({ id: platform.newId('rcv'), fingerprint, at, sessionId }, reading, addressee)
  return carryOut(platform, effect, arriving, addressee)
}

type Mail = {
  readonly reading: MailReading
  readonly addressee: Person
  readonly assistants: readonly Person[]
  readonly invite: InviteFound | null
  readonly at: Instant
}

/** What a mail does: it is only kept, it says that a letter did not arrive, or it changes a session if the rule agrees. */
type Effect = Settled | { readonly returned: Returned } | { readonly judge: Judge }
const UNKNOWN_BOUNCE: Settled = { state: 'waiting', why: 'bounce' }
type Judge = (platform: Platform) => ReturnType<typeof judgeReply>

function effectOf(mail: Mail): Effect {
  const { reading, invite } = mail
  switch (reading.class) {
    case 'request':
    case 'cancel':
    case 'declinecounter':
      return { state: 'ignored', why: 'not-for-us' }
    case 'auto-reply':
      return { state: 'ignored', why: 'auto-reply' }
    case 'bounce':
      return bounce(mail)
    case 'malformed':
    case 'none':
    case 'unattributed':
      return { state: 'waiting', why: reading.class === 'none' ? 'prose' : reading.class }
    case 'reply':
    case 'counter':
    case 'refresh':
      return invite ? calendar(mail, invite) : { state: 'waiting', why: 'unknown-event' }
  }
}

/** A letter of ours did not arrive. While the server still tries nothing changes; what names no letter waits. */
function bounce({ reading }: Mail): Effect {
  const { bounce } = reading
  if (bounce?.action === 'delayed') return { state: 'ignored', why: 'bounce-transient' }

  const returned =
    bounce &&
    undelivered(
      { address: bounce.recipient, about: bounce.about, code: bounce.status },
      faultOfStatus(bounce.status),
    )
  return returned ? { returned } : UNKNOWN_BOUNCE
}

function calendar(mail: Mail, invite: InviteFound): Effect {
  const { reading, addressee, assistants } = mail
  const { sessionId } = invite
  if (reading.recurrenceId) return { state: 'waiting', why: 'one-of-a-series' }
  const trust = senderTrustOf(reading, addressee, assistants)
  if (trust.isStranger) return { state: 'waiting', why: 'forwarded' }

  if (reading.class === 'refresh') {
    // Everybody who reads the event could ask; the mail would go to its attendee, each time.
    if (!trust.isKnown) return hasWords(reading) ? { state: 'waiting', why: 'unverified' } : NOT_ASKED
    const by = { id: trust.answeredBy, door: 'calendar' } as const
    return { judge: (platform) => judgeRefresh(platform, sessionId, reading.uid ?? '', by) }
  }
  const isNewTime = reading.class === 'counter' && !isAsBefore(reading, invite)
  return isNewTime ? counter(mail, sessionId, trust) : reply(mail, sessionId, trust)
}

const NOT_ASKED: Settled = { state: 'ignored', why: 'not-the-attendee' }

function hasWords({ text, comment }: MailReading): boolean {
  return Boolean(text?.trim() || comment?.trim())
}

/** Some add-ons send the current time as a “new” one whenever there is a note. Then only the answer counts. */
function isAsBefore({ proposed }: MailReading, { start, end }: InviteFound): boolean {
  return proposed !== null && proposed.start === start && (proposed.end ?? end) === end
}

function reply({ reading, at }: Mail, sessionId: SessionId, { answeredBy, isTrusted }: SenderTrust): Effect {
  const { partstat, uid } = reading
  if (!partstat || !uid || partstat === 'NEEDS-ACTION') return { state: 'waiting', why: 'says-nothing' }
  if (partstat === 'DELEGATED') return { state: 'waiting', why: 'delegated' }
  if (partstat === 'DECLINED' && !isTrusted) return { state: 'waiting', why: 'unverified' }

  const answer = answerOf(at, reading, answeredBy)
  return { judge: (platform) => judgeReply(platform, sessionId, { uid, partstat, answer }) }
}

function counter(
  { reading, addressee }: Mail,
  sessionId: SessionId,
  { answeredBy, isTrusted }: SenderTrust,
): Effect {
  if (!isTrusted) return { state: 'waiting', why: 'unverified' }
  if (!reading.proposed) return { state: 'waiting', why: 'no-time' }
  const by = { id: answeredBy ?? addressee.id, door: 'calendar' as const }
  const { start, end } = reading.proposed
  const proposed = { time: { start, end }, personId: addressee.id, by }
  return { judge: (platform) => judgeCounter(platform, sessionId, proposed) }
}

/** DTSTAMP is the sender's clock. One in the future would beat every later answer, so arrival is its limit. */
function answerOf(at: Instant, reading: MailReading, byId: Reply['answer']['byId']): Reply['answer'] {
  return {
    byId,
    via: 'calendar',
    sequence: reading.sequence ?? 0,
    dtstamp: notAfter(at, reading.dtstamp),
    replyTime: notAfter(at, reading.replyTime),
    mailDate: notAfter(at, reading.mailDate),
    at,
  }
}

function notAfter(at: Instant, moment: Instant | null): Instant | null {
  return moment === null ? null : earliest(moment, at)
}

/** One write, whatever the mail does. */
async function carryOut(
  platform: Platform,
  effect: Effect,
  arriving: Arriving,
  addressee: Person,
): Promise<Settled> {
  if ('judge' in effect) return applyMail(platform, arriving, () => effect.judge(platform))
  if (!('returned' in effect)) return keepMail(platform, arriving, effect)

  const { returned } = effect
  const letter = await findReturnedLetter(platform, returned, addressee.id)
  if (!letter) return keepMail(platform, arriving, UNKNOWN_BOUNCE)
  return keepMail(platform, arriving, { state: 'applied', why: 'bounce' }, (mail) =>
    writeReturned(platform, returned, letter, mail),
  )
}

type Arrival = {
  readonly id: ReceivedId
  readonly fingerprint: string
  readonly at: Instant
  readonly sessionId: SessionId | null
}

function arrivingAs(arrival: Arrival, reading: MailReading, { id: personId }: Person): Arriving {
  return (settled) => ({
    ...arrival,
    personId,
    class: reading.class,
    reading: settled.state === 'waiting' ? reading : codesOf(reading),
    ...settled,
  })
}

/** Hash of the addressee and the Message-ID; without a Message-ID, of the mail's bytes. */
async function fingerprintOf(reading: MailReading, raw: Uint8Array, { id }: Person): Promise<string> {
  return hashOf(`${id}\n${reading.messageId ?? new TextDecoder('latin1').decode(raw)}`)
}

/** A settled mail keeps only its codes, not its words. */
function codesOf({ class: kind, method, partstat, uid, sequence, dtstamp }: MailReading) {
  return { class: kind, method, partstat, uid, sequence, dtstamp }
}
