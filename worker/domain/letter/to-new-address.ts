import { type Decision, NO_CHANGE } from '../decision.ts'
import { pickableOptions } from '../offer/withdrawn.ts'
import type { Person } from '../people/person.ts'
import { whyClosed } from '../programme/close.ts'
import { inviteOf } from '../session/session.ts'
import { askedOf, type SessionSituation } from '../situation.ts'
import type { Diary } from '../slot/diary.ts'
import type { Letter } from './letter.ts'
import type { Link } from './link.ts'
import { briefAgain, calendarAgain, offerAgain, outcomeAgain } from './write-again.ts'

/** A session with the diaries of its two. */
export type SessionReading = { readonly situation: SessionSituation; readonly diary: Diary }

type Again = { readonly letter: Letter; readonly link: Link | null }

/**
 * What was sent about a session to an address that is not the person's any more, and is still true, goes to the one of
 * now: the offer he is asked, his invite (same UID, same SEQUENCE, a later DTSTAMP), a mentor's brief and the question how
 * it went. The old address gets nothing, not even a cancellation.
 */
export function decideToNewAddress({ situation, diary }: SessionReading, person: Person): Decision {
  if (whyClosed(situation.programme)) return NO_CHANGE
  const letters = stillTrueTo(withAddress(situation, person), diary, person)
  return {
    ...NO_CHANGE,
    letters: letters.map(({ letter }) => ({
      dedupeKey: `corrected:${person.id}:${person.version}:${letter.kind}:${situation.session.id}`,
      letter,
      dueAt: situation.now,
    })),
    links: letters.flatMap(({ link }) => link ?? []),
  }
}

function stillTrueTo(situation: SessionSituation, diary: Diary, person: Person): readonly Again[] {
  const { session, mentor } = situation
  const { offer, time, briefedFor, askedFor } = session
  const invite = inviteOf(session, person.id)
  const isAsked = offer?.askedId === person.id && askedOf(situation).id === person.id
  const isMentor = person.id === mentor.id
  return [
    isAsked && pickableOptions(offer, diary).length > 0 ? offerAgain(withPickable(situation, diary)) : null,
    invite && session.status === 'fixed' ? calendarAgain(situation, invite) : null,
    isMentor && time && briefedFor === time.start ? briefAgain(situation) : null,
    isMentor && time && askedFor === time.end ? outcomeAgain(situation) : null,
  ].filter((each) => each !== null)
}

/** What was withdrawn since is not offered a second time. */
function withPickable(situation: SessionSituation, diary: Diary): SessionSituation {
  const { session } = situation
  const { offer } = session
  return offer
    ? {
        ...situation,
        session: { ...session, offer: { ...offer, options: pickableOptions(offer, diary) } },
      }
    : situation
}

/**
 * The same people, one of them at his new address. Where nobody has met yet the old one may never have been his: then the
 * first mail explains what this is.
 */
function withAddress(situation: SessionSituation, { id, email, aliases }: Person): SessionSituation {
  const moved = (each: Person): Person => (each.id === id ? { ...each, email, aliases } : each)
  return {
    ...situation,
    mentor: moved(situation.mentor),
    executive: moved(situation.executive),
    manager: moved(situation.manager),
    assistants: situation.assistants.map(moved),
    firstContact: situation.firstContact || situation.lastHeld === null,
  }
}
