import { CLOCK, type Decision, NO_CHANGE, together } from '../decision.ts'
import type { OfferId } from '../ids.ts'
import { decideOffer, DEFAULT_OPTION_COUNT } from '../offer/make.ts'
import { decideEnd } from '../pairing/change.ts'
import { departureFollowsAt, hasLeft, isAfterLeaving } from '../people/departure.ts'
import type { SessionSituation } from '../situation.ts'
import type { Diary } from '../slot/diary.ts'
import { step } from '../step.ts'
import { type Instant, isDue, latest, latestKnown } from '../time/time.ts'
import { type Offer, type Option, standingOptions } from './session.ts'

type TheTwo = Pick<SessionSituation, 'session' | 'mentor' | 'executive'>

/**
 * When the clock clears what lies after somebody's last day: offered times at once, a fixed date of an executive on his
 * last day at eight. Null: nothing does. A mentor's fixed dates need another mentor first.
 */
export function clearsAfterLeavingAt({ session, mentor, executive }: TheTwo): Instant | null {
  const { status, time, offer } = session
  if (status === 'fixed')
    return time && isAfterLeaving(executive, time) ? departureFollowsAt(executive) : null
  const isOpen = status === 'offered' && offer?.status === 'open'
  if (!isOpen || !offer.options.some((each) => isTooLate(each, { mentor, executive }))) return null
  return latestKnown(mentor.departure?.saidAt, executive.departure?.saidAt)
}

/** Drops the times; where none is left, offers earlier ones. A date that cannot be held ends the executive's pairing. */
export function decideClearAfterLeaving(
  situation: SessionSituation,
  diary: Diary,
  offerId: OfferId,
): Decision | null {
  const { session, now } = situation
  if (!isDue(clearsAfterLeavingAt(situation), now)) return null
  if (session.status === 'fixed') return decideEnd(situation, CLOCK)
  return session.offer ? decideWithoutLater(situation, session.offer, diary, offerId) : null
}

function decideWithoutLater(
  situation: SessionSituation,
  offer: Offer,
  diary: Diary,
  offerId: OfferId,
): Decision {
  const { session, mentor, now } = situation
  // They stay with the offer: “the second one” is still the second of the mail.
  const options = offer.options.map((each) =>
    isTooLate(each, situation) ? { ...each, dropped: true } : each,
  )
  const standing = standingOptions({ ...offer, options }, now)
  const isEmpty = standing.length === 0
  const shortened: Offer = isEmpty
    ? { ...offer, status: 'superseded' }
    : { ...offer, options, heldUntil: latest(...standing.map(({ until }) => until)) }
  const after = { ...session, offer: shortened }
  const happening = { code: 'times-dropped', detail: { offer: offer.id }, at: now, by: CLOCK } as const
  const dropped: Decision = { ...NO_CHANGE, sessions: [step(session, after, happening)] }
  if (!isEmpty || hasLeft(mentor) || situation.wishes.length > 0) return dropped

  const wish = { offerId, sessionId: session.id, minutes: session.minutes, count: DEFAULT_OPTION_COUNT }
  const renewed = decideOffer(
    { ...situation, session: dropped.sessions[0]?.after ?? after },
    diary,
    wish,
    CLOCK,
  )
  return renewed.ok ? together(dropped, renewed.value) : dropped
}

/** A time after the last day of one of the two, that could still be picked. */
function isTooLate(option: Option, { mentor, executive }: Omit<TheTwo, 'session'>): boolean {
  return !option.dropped && (isAfterLeaving(mentor, option) || isAfterLeaving(executive, option))
}
