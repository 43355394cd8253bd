import { standingOptions, type Invite } from '../session/session.ts'
import type { SessionSituation } from '../situation.ts'
import type { Interval } from '../time/time.ts'
import type { Letter } from './letter.ts'
import { calendarLetter, offerLetter } from './write.ts'

/** The offer that is open, and both events: as they stand, or as they would with the first of the offered times. */
export function lettersAbout(situation: SessionSituation): readonly Letter[] {
  const { session, executive, mentor } = situation
  const { offer } = session
  const offered = offer?.status === 'open' ? offer : null
  const time = session.time ?? (offered && standingOptions(offered, situation.now)[0]) ?? null
  const live = session.invites.filter((each) => each.live)
  const invites = live.length > 0 ? live : [executive, mentor].map(({ id }) => inviteTo(id, situation))
  const letters = [
    ...(offered ? [offerLetter(situation, session, offered).outgoing.letter] : []),
    ...(time ? invites.map((each) => eventOf(situation, each, time)) : []),
  ]
  // Who was erased has no address: nothing more goes there.
  return letters.filter(({ reader }) => reader.email !== '')
}

function eventOf(situation: SessionSituation, invite: Invite, { start, end }: Interval): Letter {
  const message = { method: 'REQUEST', time: { start, end } } as const
  return calendarLetter(situation, situation.session, invite, message).outgoing.letter
}

/** An invite that was never made: what would be sent. */
function inviteTo(personId: Invite['personId'], { newId, now }: SessionSituation): Invite {
  return {
    ...{ id: newId('inv'), personId, uid: '', organizer: '', sequence: 0, partstat: 'NEEDS-ACTION' },
    ...{ live: true, stampedAt: now, answer: null, sentSequence: null },
  }
}
