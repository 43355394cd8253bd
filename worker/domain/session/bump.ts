import { type By, CLOCK, type Decision, NO_CHANGE, together } from '../decision.ts'
import type { SessionHappening } from '../events.ts'
import type { OfferId } from '../ids.ts'
import { calendarLetter } from '../letter/write.ts'
import { decideOffer, DEFAULT_OPTION_COUNT } from '../offer/make.ts'
import { placeWhenReleased } from '../pairing/meeting-link.ts'
import type { SessionSituation } from '../situation.ts'
import type { Diary } from '../slot/diary.ts'
import { step } from '../step.ts'
import { instant, type Instant, type Interval, isDue, MINUTE } from '../time/time.ts'
import { type Invite, inviteOf, type Session, withdrawn } from './session.ts'

/** How long a decline can be corrected, after a mis-tap or by a counter-proposal. */
export const DECLINE_GRACE_MS = 10 * MINUTE
/** How often a round is re-offered automatically; then the manager decides. */
export const MAX_REOFFERS = 2

/** When an executive's decline becomes a bump; null if there is no decline. */
export function bumpDueAt(session: Session): Instant | null {
  const invite = session.status === 'fixed' ? inviteOf(session, session.executiveId) : null
  if (invite?.partstat !== 'DECLINED' || !invite.answer) return null
  return instant(invite.answer.at + DECLINE_GRACE_MS)
}

/**
 * The executive gives the time up: the mentor gets a neutral CANCEL, the bump is counted, and new times are offered at
 * once. Null if there is nothing to bump (yet).
 */
export function decideBump(situation: SessionSituation, diary: Diary, offerId: OfferId): Decision | null {
  const { session, now } = situation
  if (!isDue(bumpDueAt(session), now) || !session.time || session.time.end <= now) return null

  const { start } = session.time
  const bumps = session.bumps + 1
  const bump = decideRelease(situation, session.time, { code: 'bumped', detail: { start, bumps } }, { bumps })
  const released = bump.sessions.at(-1)?.after ?? session
  if (released.bumps > MAX_REOFFERS || situation.wishes.length > 0) return bump

  const wish = { offerId, sessionId: session.id, minutes: null, count: DEFAULT_OPTION_COUNT }
  const offer = decideOffer({ ...situation, session: released }, diary, wish, CLOCK)
  return offer.ok ? together(bump, offer.value) : bump
}

/**
 * Frees a fixed time; the round stays open. An executive who declined in his own calendar gets no CANCEL, and his UID is
 * used for the next time. After a decline by link or by his assistant he gets one. The mentor always gets one.
 */
export function decideRelease(
  situation: SessionSituation,
  time: Interval,
  happening: SessionHappening,
  change: Partial<Pick<Session, 'bumps' | 'mentorId'>>,
  by: By = CLOCK,
): Decision {
  const { session, now, executive } = situation
  const getsCancel = (invite: Invite) =>
    invite.live &&
    !(invite.personId === executive.id && invite.answer?.via === 'calendar' && invite.partstat === 'DECLINED')
  const cancelled = session.invites.filter(getsCancel).map((invite) => withdrawn(invite, now))
  const invites = session.invites.map((each) => cancelled.find(({ id }) => id === each.id) ?? each)
  const isSameMentor = (change.mentorId ?? session.mentorId) === session.mentorId
  const place = placeWhenReleased(session.place, { isSameMentor })
  const after: Session = { ...session, ...change, status: 'offered', time: null, place, invites }
  // Where they were to meet: it is that event which is called off.
  const called = { ...after, place: session.place }
  return {
    ...NO_CHANGE,
    sessions: [step(session, after, { ...happening, at: now, by })],
    letters: cancelled.map(
      (invite) => calendarLetter(situation, called, invite, { method: 'CANCEL', time }).outgoing,
    ),
  }
}
