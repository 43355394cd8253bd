import { recordReturned } from '../../actions/letter/record-returned.ts'
import { recordCounter } from '../../actions/session/counter.ts'
import { answerRefresh } from '../../actions/session/refresh.ts'
import { recordReply } from '../../actions/session/reply.ts'
import type { PersonId, ReceivedId, SessionId } from '../../domain/ids.ts'
import { faultOfStatus } from '../../domain/letter/fault.ts'
import { undelivered } from '../../domain/letter/returned.ts'
import type { ReceivedState } from '../../domain/mail/received.ts'
import { type Person, normalAddress } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import { earliest, type Instant } from '../../domain/time/time.ts'
import { hashOf, type Platform } from '../../platform.ts'
import {
  findInviteByUid,
  findLikelySession,
  findReceivedByFingerprint,
  insertReceived,
  type InviteFound,
} from '../../storage/mail/received.ts'
import { findPersonByReplyAddress } from '../../storage/people/person.ts'
import { type MailReading, readMail } from './read-mail.ts'
import { attributed, senderTrustOf } from './sender-trust.ts'

export type Incoming = { readonly to: string; readonly raw: Uint8Array; readonly receiver: string | null }
export type Settled = { readonly state: ReceivedState; readonly why: string }

/**
 * Receives a mail to a person's secret address. What it says is applied once, kept as history, or waits for a human
 * with its text. Mail to an unknown address changes nothing. Whatever the sender writes, this does not throw.
 */
export async function receive(platform: Platform, { to, raw, receiver }: Incoming): Promise<Settled> {
  const addressee = await findPersonByReplyAddress(platform.db, normalAddress(to))
  if (!addressee) return { state: 'ignored', why: 'unknown-address' }

  const reading = attributed(await readMail(raw, { authority: receiver }), addressee)
  const fingerprint = await fingerprintOf(reading, raw, addressee)
  const before = await findReceivedByFingerprint(platform.db, fingerprint)
  if (before) return { state: before.state, why: 'received-before' }

  const id: ReceivedId = platform.newId('rcv')
  const invite = reading.uid ? await findInviteByUid(platform.db, reading.uid) : null
  const mine = invite?.personId === addressee.id ? invite : null
  const settled = await settleMail(platform, { id, reading, addressee, invite: mine })
  const sessionId = mine?.sessionId ?? (await findLikelySession(platform.db, addressee.id, platform.now()))
  await insertReceived(platform.db, {
    id,
    fingerprint,
    at: platform.now(),
    personId: addressee.id,
    sessionId,
    class: reading.class,
    reading: settled.state === 'waiting' ? reading : codesOf(reading),
    ...settled,
  })
  return settled
}

type Mail = {
  readonly id: ReceivedId
  readonly reading: MailReading
  readonly addressee: Person
  readonly invite: InviteFound | null
}

async function settleMail(platform: Platform, mail: Mail): Promise<Settled> {
  const { reading, invite } = mail
  switch (reading.class) {
    case 'request':
    case 'cancel':
    case 'declinecounter':
      return { state: 'ignored', why: 'not-for-us' }
    case 'auto-reply':
      return { state: 'ignored', why: 'auto-reply' }
    case 'bounce':
      return settleBounce(platform, mail)
    case 'malformed':
    case 'none':
    case 'unattributed':
      return { state: 'waiting', why: reading.class === 'none' ? 'prose' : reading.class }
    case 'reply':
    case 'counter':
    case 'refresh':
      return invite ? settleCalendar(platform, mail, invite) : { state: 'waiting', why: 'unknown-event' }
  }
}

/** A letter of ours did not arrive. While the server still tries nothing changes; what names no letter waits. */
async function settleBounce(platform: Platform, { reading, addressee }: Mail): Promise<Settled> {
  const { bounce } = reading
  if (bounce?.action === 'delayed') return { state: 'ignored', why: 'bounce-transient' }

  const returned =
    bounce &&
    undelivered(
      { address: bounce.recipient, about: bounce.about, code: bounce.status },
      faultOfStatus(bounce.status),
    )
  const counts = returned !== null && (await recordReturned(platform, returned, addressee.id))
  return { state: counts ? 'applied' : 'waiting', why: 'bounce' }
}

async function settleCalendar(platform: Platform, mail: Mail, invite: InviteFound): Promise<Settled> {
  const { reading, addressee, id } = mail
  if (reading.recurrenceId) return { state: 'waiting', why: 'one-of-a-series' }
  const trust = await senderTrustOf(platform, reading, addressee)
  if (trust.isStranger) return { state: 'waiting', why: 'forwarded' }

  const byId = trust.answeredBy
  if (reading.class === 'refresh')
    return outcomeOf(
      await answerRefresh(
        platform,
        invite.sessionId,
        { uid: reading.uid ?? '', askedIn: id },
        { id: byId, door: 'calendar' },
      ),
    )
  const isNewTime = reading.class === 'counter' && !isAsBefore(reading, invite)
  if (isNewTime) return counter(platform, mail, invite.sessionId, trust)
  return reply(platform, mail, invite.sessionId, trust)
}

/** Some add-ons send the current time as a “new” one whenever there is a note. Then only the answer counts. */
function isAsBefore({ proposed }: MailReading, { start, end }: InviteFound): boolean {
  return proposed !== null && proposed.start === start && (proposed.end ?? end) === end
}

async function reply(
  platform: Platform,
  { reading }: Mail,
  sessionId: SessionId,
  { answeredBy, isTrusted }: Awaited<ReturnType<typeof senderTrustOf>>,
): Promise<Settled> {
  const { partstat, uid } = reading
  if (!partstat || !uid || partstat === 'NEEDS-ACTION') return { state: 'waiting', why: 'says-nothing' }
  if (partstat === 'DELEGATED') return { state: 'waiting', why: 'delegated' }
  if (partstat === 'DECLINED' && !isTrusted) return { state: 'waiting', why: 'unverified' }

  const answer = answerOf(platform.now(), reading, answeredBy)
  return outcomeOf(await recordReply(platform, sessionId, { uid, partstat, answer }))
}

async function counter(
  platform: Platform,
  { reading, addressee }: Mail,
  sessionId: SessionId,
  { answeredBy, isTrusted }: Awaited<ReturnType<typeof senderTrustOf>>,
): Promise<Settled> {
  if (!isTrusted) return { state: 'waiting', why: 'unverified' }
  if (!reading.proposed) return { state: 'waiting', why: 'no-time' }
  const by = { id: answeredBy ?? addressee.id, door: 'calendar' as const }
  const { start, end } = reading.proposed
  return outcomeOf(
    await recordCounter(platform, sessionId, { time: { start, end }, personId: addressee.id, by }),
  )
}

/** DTSTAMP is the sender's clock. One in the future would beat every later answer, so arrival is its limit. */
function answerOf(at: Instant, reading: MailReading, byId: PersonId | null) {
  return {
    byId,
    via: 'calendar' as const,
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

/** An answer that came too late, or to an older revision, is history. Any other refusal waits for a human. */
function outcomeOf(result: Result<unknown, Refusal>): Settled {
  if (result.ok) return { state: 'applied', why: 'applied' }
  const { reason } = result.refusal
  const isHistory = [
    'already-over',
    'stale-sequence',
    'superseded',
    'not-fixed',
    'programme-closed',
  ].includes(reason)
  return { state: isHistory ? 'history' : 'waiting', why: reason }
}

/** Hash of the addressee and the Message-ID; without a Message-ID, of the mail's bytes. */
async function fingerprintOf(reading: MailReading, raw: Uint8Array, { id }: Person): Promise<string> {
  return hashOf(`${id}\n${reading.messageId ?? new TextDecoder('latin1').decode(raw)}`)
}

/** A settled mail keeps only its codes, not its words. */
function codesOf({ class: kind, method, partstat, uid, sequence, dtstamp }: MailReading) {
  return { class: kind, method, partstat, uid, sequence, dtstamp }
}
