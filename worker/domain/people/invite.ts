import { type Decision, NO_CHANGE } from '../decision.ts'
import type { NewId } from '../ids.ts'
import type { InvitationLetter } from '../letter/letter.ts'
import { letterReaderOf, senderOf } from '../letter/write.ts'
import type { Programme } from '../programme/programme.ts'
import { after, DAY, type Instant } from '../time/time.ts'
import type { Person } from './person.ts'

/** Long enough to be found after a week away; it works once, and ends with the address and the role. */
export const INVITATION_LINK_MS = 7 * DAY

export type Inviting = {
  readonly manager: Person
  readonly programme: Programme
  readonly now: Instant
  readonly newId: NewId
  /** One invitation for each: a press that is repeated writes no second one. */
  readonly key: string
}

/** Invites a mentor to sign in, and to say when he may be booked. */
export function decideInvitation(
  mentor: Person,
  { manager, programme, now, newId, key }: Inviting,
): Pick<Decision, 'letters' | 'signIns'> {
  const linkId = newId('lnk')
  const validUntil = after(now, INVITATION_LINK_MS)
  const letter: InvitationLetter = {
    id: newId('let'),
    kind: 'invitation',
    reader: letterReaderOf(mentor),
    sender: senderOf({ manager, programme }),
    madeAt: now,
    linkId,
    validUntil,
  }
  return {
    letters: [
      {
        dedupeKey: `invitation:${programme.id}:${mentor.id}:${key}`,
        ...{ letter, dueAt: now, programmes: [programme.id] },
      },
    ],
    signIns: [{ id: newId('sgn'), linkId, personId: mentor.id, until: validUntil, usedAt: null }],
  }
}

/** The same, as a change of its own. */
export function decideInvitationAgain(mentor: Person, inviting: Inviting): Decision {
  return { ...NO_CHANGE, ...decideInvitation(mentor, inviting) }
}
