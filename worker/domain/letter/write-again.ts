import { type Decision, NO_CHANGE } from '../decision.ts'
import type { LetterId } from '../ids.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { SessionSituation } from '../situation.ts'
import type { Letter } from './letter.ts'
import type { LetterEffect } from './thread.ts'
import { calendarLetter, offerLetter } from './write.ts'

/**
 * A letter whose words are gone, or were overtaken, is written again from the present: the revision that stands, the
 * cancellation, or the offer that is open. Refused where nothing can be written.
 */
export function decideWriteAgain(
  situation: SessionSituation,
  effect: Letter | LetterEffect,
  { id, dedupeKey }: { readonly id: LetterId; readonly dedupeKey: string },
): Result<Decision, Refusal> {
  const written =
    effect.kind === 'calendar'
      ? calendarAgain(situation, effect)
      : effect.kind === 'offer'
        ? offerAgain(situation)
        : null
  if (!written) return refuse({ reason: 'letter-overtaken' })
  const { outgoing, link } = written
  const letter = { ...outgoing.letter, id }
  return accept({
    ...NO_CHANGE,
    letters: [{ dedupeKey, letter, dueAt: situation.now }],
    links: link ? [link] : [],
  })
}

function calendarAgain(
  situation: SessionSituation,
  { uid, time }: Pick<LetterEffect, 'uid' | 'time'>,
): ReturnType<typeof calendarLetter> | null {
  const { session, now } = situation
  const invite = session.invites.find((each) => each.uid === uid)
  if (!invite) return null
  if (!invite.live)
    return time ? calendarLetter(situation, session, invite, { method: 'CANCEL', time }) : null
  if (session.status !== 'fixed' || !session.time || session.time.end <= now) return null
  return calendarLetter(situation, session, invite, { method: 'REQUEST', time: session.time })
}

function offerAgain(situation: SessionSituation): ReturnType<typeof offerLetter> | null {
  const { session, now } = situation
  const { offer } = session
  return offer?.status === 'open' && offer.heldUntil > now ? offerLetter(situation, session, offer) : null
}
