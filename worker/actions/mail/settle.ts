import type { OptionId, PersonId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import { slotAt } from '../../domain/slot/slot.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { type Received, settleReceived } from '../../storage/mail/received.ts'
import { answerOffer } from '../offer/answer.ts'
import { answerFor } from '../session/answer-for.ts'
import { bookSession } from '../session/book.ts'
import { moveSession } from '../session/move.ts'

/** What the manager read in a mail: an answer to the invite or to the offer, another time, or nothing to do. */
export type MailAnswer =
  | { readonly kind: 'partstat'; readonly partstat: 'ACCEPTED' | 'TENTATIVE' | 'DECLINED' }
  | { readonly kind: 'option'; readonly optionId: OptionId }
  | { readonly kind: 'none' }
  | { readonly kind: 'time'; readonly start: Instant; readonly reason: string | null }
  | { readonly kind: 'nothing' }

/**
 * Records the answer for the writer, then deletes the words of the mail. The answer comes first: if the second step
 * fails, the mail still waits, and the same answer again changes nothing.
 */
export async function settleReceivedMail(
  platform: Platform,
  mail: Received,
  situation: SessionSituation | null,
  answer: MailAnswer,
  managerId: PersonId,
): Promise<Result<null, Refusal>> {
  if (answer.kind !== 'nothing') {
    if (!situation || !mail.personId) return refuse({ reason: 'not-found' })
    const answered = await actOn(platform, situation, mail.personId, answer)
    if (!answered.ok) return answered
  }
  await settleReceived(platform.db, mail.id, managerId, platform.now())
  return accept(null)
}

async function actOn(
  platform: Platform,
  situation: SessionSituation,
  writerId: PersonId,
  answer: Exclude<MailAnswer, { kind: 'nothing' }>,
): Promise<Result<unknown, Refusal>> {
  const { session, mentor, executive } = situation
  const by = { id: writerId, door: 'prose' } as const
  const { offer } = session
  switch (answer.kind) {
    case 'partstat': {
      const personId = writerId === mentor.id ? mentor.id : executive.id
      return answerFor(platform, session.id, { personId, partstat: answer.partstat }, by)
    }
    case 'option':
      if (!offer) return refuse({ reason: 'no-such-option' })
      return answerOffer(
        platform,
        session.id,
        { kind: 'option', offerId: offer.id, optionId: answer.optionId, move: false },
        by,
      )
    case 'none':
      if (!offer) return refuse({ reason: 'offer-closed' })
      return answerOffer(platform, session.id, { kind: 'none', offerId: offer.id }, by)
    case 'time':
      return atTime(platform, situation, answer, by)
  }
}

/** A fixed session moves to this time; one without a date is booked at it. */
async function atTime(
  platform: Platform,
  { session, pairing }: SessionSituation,
  { start, reason }: Extract<MailAnswer, { kind: 'time' }>,
  by: { readonly id: PersonId; readonly door: 'prose' },
): Promise<Result<unknown, Refusal>> {
  const { minutes, time } = session
  if (time?.start === start && time.end === slotAt(start, minutes).end) return accept(null)
  if (session.status === 'fixed')
    return moveSession(platform, session.id, { start, minutes: null, reason }, by)
  return bookSession(
    platform,
    { id: platform.newId('ses'), pairingId: pairing.id, start, minutes, reason },
    by,
  )
}
