import { type By, type Decision, readingsOf } from '../decision.ts'
import { calendarLetter } from '../letter/write.ts'
import { type Candidate, whyNotPair } from '../pairing/make.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { SessionSituation } from '../situation.ts'
import { type Diary, isOverridden } from '../slot/diary.ts'
import { whyNot } from '../slot/judge.ts'
import { slotAt } from '../slot/slot.ts'
import { decideFix } from './fix.ts'
import { decideMove, type MoveWish } from './move.ts'
import { inviteOf, type Session, withdrawn } from './session.ts'

export type Substitution = {
  readonly mentor: Candidate
  readonly executive: Candidate
  readonly move: MoveWish
}

/**
 * A stand-in for this session, at its time or a new one, judged by the stand-in's diary. RFC 5546 §3.2.2.4: the old
 * mentor gets a CANCEL, the new one a REQUEST with a new UID; the executive keeps the UID, with SEQUENCE+1.
 */
export function decideSubstitution(
  situation: SessionSituation,
  diary: Diary,
  { mentor, executive, move }: Substitution,
  by: By,
): Result<Decision, Refusal> {
  const { session, now } = situation
  if (session.status !== 'fixed' || !session.time) return refuse({ reason: 'not-fixed' })
  if (session.time.end <= now) return refuse({ reason: 'already-over', end: session.time.end })
  if (mentor.person.id === session.mentorId) return decideMove(situation, diary, move, by)

  const minutes = move.minutes ?? session.minutes
  const time = slotAt(move.start, minutes)
  const unpaired = whyNotPair(mentor, executive)
  if (unpaired) return refuse(unpaired)
  const refusal = whyNot(time, diary, { ignoring: session.id })
  if (refusal && !isOverridden(refusal, move.reason)) return refuse(refusal)

  const old = inviteOf(session, session.mentorId)
  const reassigned: Session = {
    ...session,
    minutes,
    mentorId: mentor.person.id,
    invites: session.invites.map((each) => (each.id === old?.id ? withdrawn(each, now) : each)),
  }
  const cancelledInvite = reassigned.invites.find((each) => each.id === old?.id)
  const fixed = decideFix({ ...situation, mentor: mentor.person, session: reassigned }, time, {
    happening: {
      code: 'mentor-changed',
      detail: { ...time, mentor: mentor.person.id, ...(refusal && { against: refusal.reason }) },
    },
    by,
    before: session,
  })
  const cancel =
    cancelledInvite &&
    calendarLetter(situation, session, cancelledInvite, { method: 'CANCEL', time: session.time }).outgoing
  return accept({
    ...fixed,
    letters: [...(cancel ? [cancel] : []), ...fixed.letters],
    diaries: readingsOf(diary),
    reason: move.reason,
  })
}
