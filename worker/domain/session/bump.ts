import { CLOCK, type Decision, NO_CHANGE, step, together } from '../decision.ts'
import type { OfferId } from '../ids.ts'
import { calendarLetter } from '../letter/write.ts'
import { decideOffer, DEFAULT_OPTION_COUNT } from '../offer/make.ts'
import type { SessionSituation } from '../situation.ts'
import type { Diary } from '../slot/diary.ts'
import { instant, type Instant, type Interval, MINUTE } from '../time/time.ts'
import { type Invite, inviteOf, type Session, withdrawn } from './session.ts'

/** A mis-tap, or a decline that a counter-proposal follows, can be put right this long. */
export const DECLINE_GRACE_MS = 10 * MINUTE
/** A round is offered anew this often by itself; then it is the manager's. */
export const MAX_REOFFERS = 2

/** The moment at which an executive's decline becomes a bump; null where there is none. */
export function bumpDueAt(session: Session): Instant | null {
  const invite = session.status === 'fixed' ? inviteOf(session, session.executiveId) : null
  if (invite?.partstat !== 'DECLINED' || !invite.answer) return null
  return instant(invite.answer.at + DECLINE_GRACE_MS)
}

/**
 * The time is given up: the mentor is freed with a neutral CANCEL, the bump is counted, and new times go out at once.
 * Null where nothing is to be bumped (yet).
 */
export function decideBump(situation: SessionSituation, diary: Diary, offerId: OfferId): Decision | null {
  const { session, now } = situation
  const due = bumpDueAt(session)
  if (due === null || due > now || !session.time || session.time.end <= now) return null

  const bump = releasing(situation, session.time, { bumps: session.bumps + 1 })
  const released = bump.sessions.at(-1)?.after ?? session
  if (released.bumps > MAX_REOFFERS || situation.wishes.length > 0) return bump

  const wish = {
    offerId,
    sessionId: session.id,
    minutes: null,
    count: DEFAULT_OPTION_COUNT,
    avoid: [session.time],
  }
  const offer = decideOffer({ ...situation, session: released }, diary, wish, CLOCK)
  return offer.ok ? together(bump, offer.value) : bump
}

/**
 * After a decline from his own calendar the executive gets no CANCEL and keeps the UID for the next pick;
 * after one by link or by his assistant he does. The mentor always does.
 */
function releasing(
  situation: SessionSituation,
  time: Interval,
  { bumps }: { readonly bumps: number },
): Decision {
  const { session, now, executive } = situation
  const isHeard = (invite: Invite) =>
    invite.live &&
    !(invite.personId === executive.id && invite.answer?.via === 'calendar' && invite.partstat === 'DECLINED')
  const cancelled = session.invites.filter(isHeard).map((invite) => withdrawn(invite, now))
  const invites = session.invites.map((each) => cancelled.find(({ id }) => id === each.id) ?? each)
  const after: Session = { ...session, status: 'offered', time: null, bumps, invites }
  return {
    ...NO_CHANGE,
    sessions: [
      step(session, after, { code: 'bumped', at: now, by: CLOCK, detail: { start: time.start, bumps } }),
    ],
    letters: cancelled.map(
      (invite) => calendarLetter(situation, after, invite, { method: 'CANCEL', time }).outgoing,
    ),
  }
}
