import type { PersonId } from '../ids.ts'
import { inviteOf } from '../session/session.ts'
import type { SessionSituation } from '../situation.ts'
import type { CalendarLetter } from './letter.ts'
import { calendarAgain } from './write-again.ts'

/**
 * A person's invite once more, to be put into a calendar by hand. Null where nothing is to come, it was declined, or its
 * mail has not left yet: what was never handed over cannot be answered.
 */
export function eventFileOf(situation: SessionSituation, personId: PersonId): CalendarLetter | null {
  const invite = inviteOf(situation.session, personId)
  if (!invite?.live || invite.partstat === 'DECLINED' || invite.sentSequence !== invite.sequence) return null
  const letter = calendarAgain(situation, { uid: invite.uid })?.letter
  return letter?.kind === 'calendar' ? { ...letter, asks: null } : null
}
