import { type By, CLOCK, type Decision, NO_CHANGE } from '../decision.ts'
import { calendarLetter } from '../letter/write.ts'
import { placeWhenReleased } from '../pairing/meeting-link.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { SessionSituation } from '../situation.ts'
import { step } from '../step.ts'
import { proposalsAfter } from './proposals.ts'
import { type Session, withdrawn } from './session.ts'

/** `follows`: it follows from something else, such as the end of the pairing; nobody has looked at what waits in it. */
type Cancellation = { readonly reopen: boolean; readonly follows?: boolean }

/** Cancels a session, or reopens it to find another time. Everyone whose calendar still shows it gets a CANCEL. */
export function decideCancellation(
  situation: SessionSituation,
  { reopen, follows = false }: Cancellation,
  by: By,
): Result<Decision, Refusal> {
  const { session, now } = situation
  const { time } = session
  if (session.status === 'cancelled' && !reopen) return accept(NO_CHANGE)
  if (session.status === 'offered' && reopen) return accept(NO_CHANGE)
  if (session.status !== 'offered' && session.status !== 'fixed') return refuse({ reason: 'not-fixed' })
  if (time && time.end <= now) return refuse({ reason: 'already-over', end: time.end })

  const withdrawnInvites = session.invites.filter((each) => each.live).map((each) => withdrawn(each, now))
  const closed: Session = {
    ...session,
    status: reopen ? 'offered' : 'cancelled',
    time: reopen ? null : time,
    place: reopen ? placeWhenReleased(session.place, { isSameMentor: true }) : session.place,
    offer: session.offer?.status === 'open' ? { ...session.offer, status: 'superseded' } : session.offer,
    invites: session.invites.map((each) => withdrawnInvites.find(({ id }) => id === each.id) ?? each),
    proposals: proposalsAfter(session, null, follows ? CLOCK : by),
  }
  return accept({
    ...NO_CHANGE,
    sessions: [
      step(session, closed, {
        code: reopen ? 'reopened' : 'cancelled',
        at: now,
        by,
        detail: { start: time?.start ?? null },
      }),
    ],
    letters: time
      ? withdrawnInvites.map(
          (invite) =>
            calendarLetter(situation, { ...closed, place: session.place }, invite, { method: 'CANCEL', time })
              .outgoing,
        )
      : [],
  })
}
