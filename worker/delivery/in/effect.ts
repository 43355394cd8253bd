import type { Judged } from '../../actions/mail/receive.ts'
import { judgeCounter } from '../../actions/session/counter.ts'
import { judgeRefresh } from '../../actions/session/refresh.ts'
import { judgeReply } from '../../actions/session/reply.ts'
import type { SessionId } from '../../domain/ids.ts'
import { faultOfStatus } from '../../domain/letter/fault.ts'
import { type Returned, undelivered } from '../../domain/letter/returned.ts'
import type { TestInvite } from '../../domain/letter/test-invite.ts'
import type { Settled } from '../../domain/mail/received.ts'
import { normalAddress } from '../../domain/people/address.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Reply } from '../../domain/session/reply.ts'
import { earliest, type Instant } from '../../domain/time/time.ts'
import type { InviteFound } from '../../storage/mail/received.ts'
import type { Bounce } from './read-bounce.ts'
import type { MailReading } from './read-mail.ts'
import { type SenderTrust, senderTrustOf } from './sender-trust.ts'

/** A mail, with what it is judged by. */
export type Mail = {
  readonly reading: MailReading
  /** What a person says in it, as it may be kept. */
  readonly words: string | null
  /** The addressee's secret address, to which it came. */
  readonly to: string
  readonly addressee: Person
  readonly assistants: readonly Person[]
  readonly invite: InviteFound | null
  /** Whether From is somebody of the addressee's programmes, or of such a person's house. */
  readonly isFromKnown: boolean
  readonly at: Instant
}

/** What a mail does: it is only kept, it says that a letter did not arrive, it answers a test, or it changes a session if the rule agrees. */
export type Effect = Settled | { readonly returned: Returned } | { readonly answered: TestInvite } | Judged
export const UNKNOWN_BOUNCE: Settled = { state: 'waiting', why: 'bounce' }

export function effectOf(mail: Mail): Effect {
  const { reading, invite } = mail
  switch (reading.class) {
    case 'request':
    case 'cancel':
    case 'declinecounter':
      return noAnswer(mail)
    case 'auto-reply':
      return reading.automation === 'likely'
        ? { state: 'waiting', why: 'perhaps-automatic' }
        : { state: 'ignored', why: 'auto-reply' }
    case 'bounce':
      return bounce(mail)
    case 'malformed':
    case 'unattributed':
      return { state: 'waiting', why: reading.class }
    case 'none':
      return { state: 'waiting', why: reading.problems.includes('too-large') ? 'too-large' : 'prose' }
    case 'reply':
    case 'counter':
    case 'refresh':
      return invite ? calendar(mail, invite) : { state: 'waiting', why: 'unknown-event' }
  }
}

/**
 * Somebody else's event changes nothing. It is shown if a person says something in it, or somebody we know has sent it, also
 * by a calendar service. What answers by itself is not.
 */
function noAnswer({ reading, words, to, addressee, assistants, isFromKnown }: Mail): Settled {
  const { class: kind, automation, from, proposed } = reading
  if (automation === 'certain') return { state: 'ignored', why: 'auto-reply' }
  if (from !== null && normalAddress(from) === normalAddress(to))
    return { state: 'ignored', why: 'our-own-mail' }
  if (proposed) return { state: 'waiting', why: 'asks-for-time' }
  if (words !== null) return { state: 'waiting', why: 'words' }
  return isFromKnown || senderTrustOf(reading, addressee, assistants).isKnown
    ? { state: 'waiting', why: kind }
    : { state: 'ignored', why: 'not-for-us' }
}

/** A letter of ours did not arrive. While the server still tries nothing changes; what names no letter waits. */
function bounce({ reading, addressee }: Mail): Effect {
  const { bounce } = reading
  if (bounce?.action === 'delayed') return { state: 'ignored', why: 'bounce-transient' }

  const returned =
    bounce &&
    undelivered(
      { address: whoseOf(bounce, addressee), about: bounce.about, code: bounce.status },
      faultOfStatus(bounce.status),
    )
  return returned ? { returned } : UNKNOWN_BOUNCE
}

/** Prose names several addresses. Whether a letter of ours went there is asked of the outbox. */
function whoseOf({ recipient, named }: Bounce, { email, aliases }: Person): string | null {
  return named.find((address) => [email, ...aliases].includes(address)) ?? recipient
}

function calendar(mail: Mail, invite: InviteFound): Effect {
  const { reading, words, addressee, assistants } = mail
  const { sessionId } = invite
  if (reading.recurrenceId) return { state: 'waiting', why: 'one-of-a-series' }
  const trust = senderTrustOf(reading, addressee, assistants)
  if (trust.isStranger) return { state: 'waiting', why: 'forwarded' }

  if (reading.class === 'refresh') {
    // Everybody who reads the event could ask; the mail would go to its attendee, each time.
    if (!trust.isTrusted) return words === null ? NOT_ASKED : { state: 'waiting', why: 'unverified' }
    const by = { id: trust.answeredBy, door: 'calendar' } as const
    return { words, judge: (platform) => judgeRefresh(platform, sessionId, reading.uid ?? '', by) }
  }
  const isNewTime = reading.class === 'counter' && !isAsBefore(reading, invite)
  return isNewTime ? counter(mail, sessionId, trust) : reply(mail, sessionId, trust)
}

const NOT_ASKED: Settled = { state: 'ignored', why: 'not-the-attendee' }

/** Some add-ons send the current time as a “new” one whenever there is a note. Then only the answer counts. */
function isAsBefore({ proposed }: MailReading, { start, end }: InviteFound): boolean {
  return proposed !== null && proposed.start === start && (proposed.end ?? end) === end
}

function reply(
  { reading, words, at }: Mail,
  sessionId: SessionId,
  { answeredBy, isTrusted }: SenderTrust,
): Effect {
  const { partstat, uid } = reading
  if (!partstat || !uid || partstat === 'NEEDS-ACTION') return { state: 'waiting', why: 'says-nothing' }
  if (partstat === 'DELEGATED') return { state: 'waiting', why: 'delegated' }
  if (partstat === 'DECLINED' && !isTrusted) return { state: 'waiting', why: 'unverified' }

  const answer = answerOf(at, reading, answeredBy)
  return { words, judge: (platform) => judgeReply(platform, sessionId, { uid, partstat, answer }) }
}

function counter(
  { reading, words, addressee, at }: Mail,
  sessionId: SessionId,
  { answeredBy, isTrusted }: SenderTrust,
): Effect {
  const { uid, partstat, proposed } = reading
  if (!isTrusted) return { state: 'waiting', why: 'unverified' }
  if (!proposed || !uid) return { state: 'waiting', why: 'no-time' }
  const by = { id: answeredBy ?? addressee.id, door: 'calendar' as const }
  const said = {
    uid,
    partstat: partstat ?? ('NEEDS-ACTION' as const),
    answer: answerOf(at, reading, answeredBy),
  }
  // A time that ends before it has begun is shown as it was said: nobody guesses which of the two is wrong.
  const time = reading.problems.includes('no-length')
    ? { start: proposed.start, end: proposed.start }
    : proposed
  const asked = { time, personId: addressee.id, by, reply: said, words }
  return { words, judge: (platform) => judgeCounter(platform, sessionId, asked) }
}

/** DTSTAMP is the sender's clock. One in the future would beat every later answer, so arrival is its limit. */
export function answerOf(at: Instant, reading: MailReading, byId: Reply['answer']['byId']): Reply['answer'] {
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
