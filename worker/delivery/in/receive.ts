import { writeTestAnswer } from '../../actions/letter/answer-test-invite.ts'
import { findReturnedLetter, writeReturned } from '../../actions/letter/record-returned.ts'
import { APPLIED, applyMail, type Arriving, keepMail } from '../../actions/mail/receive.ts'
import type { ReceivedId } from '../../domain/ids.ts'
import type { Settled } from '../../domain/mail/received.ts'
import { sendersOf } from '../../domain/mail/sender.ts'
import { withSuggestion } from '../../domain/mail/with-suggestion.ts'
import { normalAddress } from '../../domain/people/address.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Instant } from '../../domain/time/time.ts'
import { hashOf, type Platform } from '../../platform.ts'
import { findLikelySession, findMailContext, type LikelySession } from '../../storage/mail/received.ts'
import { findPersonByReplyAddress } from '../../storage/people/person.ts'
import { withAskedTime } from './asked-time.ts'
import { type Effect, effectOf, UNKNOWN_BOUNCE } from './effect.ts'
import { codesOf, keptReading } from './kept-reading.ts'
import { type MailReading, readMail } from './read-mail.ts'
import { wordsIn } from './read-words.ts'
import { attributed } from './sender-trust.ts'
import { effectOnTest, isAboutTest } from './test-answer.ts'
import { withoutSecrets } from './without-secrets.ts'

export type Incoming = {
  readonly to: string
  readonly raw: Uint8Array
  readonly receiver: string | null
  /** False: the mail goes on after `raw`. */
  readonly isWhole?: boolean
}
export type { Settled }

/**
 * Receives a mail to a person's secret address. What it says is applied once, kept as history, or waits for a human
 * with its text, and its row is written together with what it did. Mail to an unknown address changes nothing. Nothing
 * that a sender writes makes this throw; it throws if the database fails or other writers are always first. Then
 * nothing was written, or all of it, and the same mail may be delivered again.
 */
export async function receive(
  platform: Platform,
  { to, raw, receiver, isWhole = true }: Incoming,
): Promise<Settled> {
  const reached = await findPersonByReplyAddress(platform.db, normalAddress(to))
  if (!reached) return { state: 'ignored', why: 'unknown-address' }

  const read = attributed(await readMail(raw, { authority: receiver, isWhole }), reached)
  const fingerprint = await fingerprintOf(read, raw, reached)
  const at = platform.now()
  const named = { fingerprint, uid: read.uid, addresseeId: reached.id, senders: sendersOf(read) }
  const context = await findMailContext(platform.db, named, at)
  const { before, invite: found, assistants, isFromKnown } = context
  const addressee = (found && context.addressee) ?? reached
  if (before) return { state: before.state, why: 'received-before' }

  const invite = found?.personId === addressee.id ? found : null
  const test = context.testInvite && isAboutTest({ reading: read }) ? context.testInvite : null
  const about =
    invite ??
    (test ? null : await findLikelySession(platform.db, { personId: addressee.id, sender: read.from }, at))
  const reading = withAskedTime(read, to, invite !== null)
  const kept = withoutSecrets(reading, to)
  const words = wordsIn(kept)
  const mail = { reading, words, to, addressee, assistants, invite, isFromKnown, at }
  const effect = test ? effectOnTest(mail, test) : effectOf(mail)
  const arriving = arrivingAs({ id: platform.newId('rcv'), fingerprint, at, about }, kept, addressee)
  return carryOut(platform, effect, arriving, addressee)
}

/** One write, whatever the mail does. */
async function carryOut(
  platform: Platform,
  effect: Effect,
  arriving: Arriving,
  addressee: Person,
): Promise<Settled> {
  if ('judge' in effect) return applyMail(platform, arriving, effect)
  if ('answered' in effect)
    return keepMail(platform, arriving, APPLIED, (mail) => writeTestAnswer(platform, effect.answered, mail))
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
  readonly about: LikelySession | null
}

function arrivingAs(
  { about, ...arrival }: Arrival,
  reading: MailReading,
  { id: personId, zone, locale }: Person,
): Arriving {
  const context = { zone, locale, at: arrival.at, offerId: about?.offerId ?? null }
  return (settled) => ({
    ...arrival,
    sessionId: about?.sessionId ?? null,
    personId,
    class: reading.class,
    reading: settled.state === 'waiting' ? withSuggestion(keptReading(reading), context) : codesOf(reading),
    ...settled,
  })
}

/** Hash of the addressee and the Message-ID; without a Message-ID, of the mail's bytes. */
async function fingerprintOf(reading: MailReading, raw: Uint8Array, { id }: Person): Promise<string> {
  return hashOf(`${id}\n${reading.messageId ?? new TextDecoder('latin1').decode(raw)}`)
}
