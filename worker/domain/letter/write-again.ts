import { type Decision, NO_CHANGE } from '../decision.ts'
import type { LetterId, PersonId } from '../ids.ts'
import type { Person } from '../people/person.ts'
import { rulesOf } from '../people/presets.ts'
import { whyClosed } from '../programme/close.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { outcomeLetter } from '../session/ask-for-outcome.ts'
import { attendanceLetter } from '../session/attendance.ts'
import { briefLetter } from '../session/brief.ts'
import { type Agreed, agreedLetter } from '../session/in-writing.ts'
import { mayRemind } from '../session/nudge.ts'
import { ownLetter } from '../session/own-page.ts'
import type { Invite } from '../session/session.ts'
import { askedOf, type SessionSituation } from '../situation.ts'
import type { Interval } from '../time/time.ts'
import type { Letter } from './letter.ts'
import type { Link } from './link.ts'
import type { LetterEffect } from './thread.ts'
import { calendarLetter, offerLetter } from './write.ts'

/** A stored letter: what is left of it, to whom it went, and the thread, which outlives its words. */
export type Written = {
  readonly letter: Letter | LetterEffect
  readonly personId: PersonId
  readonly thread: string | null
}

type Again = { readonly letter: Letter; readonly link: Link | null }

/**
 * A letter whose words are gone, or were overtaken, is written again from the present, to the same reader. Refused where it
 * would say nothing that is so. `reader`: whom it went to, with what the programme still knows of him; null: there is no
 * such person. `agreed`: what the session's log says, where the letter said it.
 */
export function decideWriteAgain(
  situation: SessionSituation,
  written: Written,
  { id, dedupeKey, ...known }: Known & { readonly id: LetterId; readonly dedupeKey: string },
): Result<Decision, Refusal> {
  const again = writeAgain(situation, written, known)
  if (!again) return refuse({ reason: 'letter-overtaken' })
  return accept({
    ...NO_CHANGE,
    letters: [{ dedupeKey, letter: { ...again.letter, id }, dueAt: situation.now }],
    links: again.link ? [again.link] : [],
  })
}

/** What is known beside the session. */
type Known = { readonly reader: Person | null; readonly agreed: Agreed | null }

function writeAgain(situation: SessionSituation, written: Written, { reader, agreed }: Known): Again | null {
  switch (written.letter.kind) {
    case 'calendar':
      return calendarAgain(situation, written.letter, reader)
    case 'offer':
      return written.personId === askedOf(situation).id ? offerAgain(situation) : null
    default:
      return whyClosed(situation.programme) ? null : toReaderAgain(situation, written, agreed)
  }
}

/** Who got it gets it again, if it would go to that reader now. */
function toReaderAgain(situation: SessionSituation, written: Written, agreed: Agreed | null): Again | null {
  const { mentor, executive } = situation
  const { letter, personId } = written
  switch (letter.kind) {
    case 'brief':
      return personId === mentor.id ? briefAgain(situation) : null
    case 'outcome':
      return personId === mentor.id ? outcomeAgain(situation) : null
    case 'own':
      return personId === executive.id ? ownAgain(situation, written) : null
    case 'agreed':
      return personId === executive.id ? agreedAgain(situation, agreed) : null
    case 'attendance':
      return personId === askedOf(situation).id ? attendanceAgain(situation, letter) : null
    default:
      return null
  }
}

/** `reader`: whom it went to, where that may be somebody who no longer takes part. */
export function calendarAgain(
  situation: SessionSituation,
  { uid, time }: Pick<LetterEffect, 'uid' | 'time'>,
  reader: Person | null = null,
): Again | null {
  const { session, now } = situation
  const invite = session.invites.find((each) => each.uid === uid)
  if (!invite) return null
  if (!invite.live) return time ? cancelAgain(situation, invite, time, reader) : null
  if (session.status !== 'fixed' || !session.time || session.time.end <= now) return null
  return again(calendarLetter(situation, session, invite, { method: 'REQUEST', time: session.time }))
}

/**
 * Without a place: the one of now may be the private link of whoever has the session instead, and which it was then is not
 * known any more. The executive's is without a name where others than the mentor of now had a date in this round, or where
 * he has had none. A calendar finds the event by its UID.
 */
function cancelAgain(
  situation: SessionSituation,
  invite: Invite,
  time: Interval,
  reader: Person | null,
): Again | null {
  const { executive, mentor, session } = situation
  const attendee = [executive, mentor, reader].find((each) => each?.id === invite.personId)
  if (!attendee || attendee.email === '') return null
  const then = attendee.id === executive.id ? situation : { ...situation, mentor: attendee }
  const isNameless = attendee.id === executive.id && !wasAlwaysWith(session, mentor, executive)
  const { letter, link } = again(
    calendarLetter(then, session, invite, { method: 'CANCEL', time, isNameless }),
  )
  return letter.kind === 'calendar' ? { letter: { ...letter, place: null }, link } : null
}

/** Each date has an invite for both, and its words are gone: who it was with is known if there was one mentor only. */
function wasAlwaysWith({ invites }: SessionSituation['session'], mentor: Person, executive: Person): boolean {
  const mentors = invites.filter(({ personId }) => personId !== executive.id)
  return mentors.length > 0 && mentors.every(({ personId }) => personId === mentor.id)
}

export function offerAgain(situation: SessionSituation): Again | null {
  const { session, now } = situation
  const { offer } = session
  return offer?.status === 'open' && offer.heldUntil > now
    ? again(offerLetter(situation, session, offer))
    : null
}

export function briefAgain(situation: SessionSituation): Again | null {
  const { session, now } = situation
  const isToCome = session.status === 'fixed' && session.time !== null && session.time.start > now
  return isToCome && session.time ? briefLetter(situation, session.time) : null
}

/** As long as nobody has logged it, and the pairing goes on. */
export function outcomeAgain(situation: SessionSituation): Again | null {
  const { session, pairing, now } = situation
  if (pairing.status === 'ended') return null
  const isOver = session.status === 'fixed' && session.time !== null && session.time.end <= now
  return isOver && session.time ? outcomeLetter(situation, session.time) : null
}

/** The link to his own page, or the reminder of what he committed to, as long as that is open and before them. */
function ownAgain(situation: SessionSituation, { thread }: Written): Again | null {
  const { session, lastCommitment, now } = situation
  if (!thread?.startsWith('nudge:')) return ownLetter(situation, null)
  const isToCome = session.time !== null && session.time.start > now
  return isToCome && lastCommitment && mayRemind(situation) ? ownLetter(situation, lastCommitment) : null
}

/** As long as he wants it in writing, and what was agreed then stands. */
function agreedAgain(situation: SessionSituation, agreed: Agreed | null): Again | null {
  return agreed && rulesOf(situation.executive).inWriting ? agreedLetter(situation, agreed) : null
}

/** Of a purged one nobody knows any more which news it was; its session is over then. */
function attendanceAgain(situation: SessionSituation, letter: Written['letter']): Again | null {
  const { session, now } = situation
  if (!('news' in letter) || letter.kind !== 'attendance') return null
  const isOn = session.status === 'fixed' && session.time !== null && session.time.end > now
  if (!isOn || !session.time) return null
  if (letter.news === 'expected' && session.waitingSince === null) return null
  return { letter: attendanceLetter(situation, session.time, letter.news), link: null }
}

function again({
  outgoing,
  link,
}: {
  readonly outgoing: { readonly letter: Letter }
  readonly link: Link | null
}): Again {
  return { letter: outgoing.letter, link }
}
