import type { SessionId } from '../ids.ts'
import { MAX_REOFFERS } from '../session/bump.ts'
import { driftOf } from '../session/drift.ts'
import { inviteOf, type OfferStatus, type Session } from '../session/session.ts'
import { after, DAY } from '../time/time.ts'
import { about, type Item, type Kind, type Leaving, type Morning } from './item.ts'

/** The one item of a round, if it needs the manager. */
export function itemOfSession(session: Session, morning: Morning): Item | null {
  return session.status === 'fixed' ? itemOfFixed(session, morning) : itemOfOffered(session, morning)
}

function itemOfFixed(session: Session, { now, walls, leaving }: Morning): Item | null {
  const { time } = session
  if (!time) return null
  if (time.end <= now)
    return after(time.end, DAY) <= now
      ? { ...about(session), kind: 'not-logged', since: time.end, action: 'log', personId: session.mentorId }
      : null

  const mentor = inviteOf(session, session.mentorId)
  if (mentor?.partstat === 'DECLINED')
    return {
      ...about(session),
      kind: 'mentor-cannot',
      since: mentor.answer?.at ?? now,
      action: 'offer',
      personId: session.mentorId,
    }

  const departure = leaving.get(session.mentorId)
  if (departure && time.end > departure.until)
    return {
      ...about(session),
      kind: 'mentor-leaves',
      since: departure.saidAt,
      action: 'substitute',
      personId: session.mentorId,
    }

  if (driftOf(session, walls.get(session.id)) !== null)
    return { ...about(session), kind: 'offset-changed', since: now, action: 'move-to-wall' }

  const executive = inviteOf(session, session.executiveId)
  const isNear = time.start <= after(now, 2 * DAY)
  return executive?.partstat === 'TENTATIVE' && isNear
    ? {
        ...about(session),
        kind: 'tentative',
        since: executive.answer?.at ?? now,
        action: 'answer-for',
        personId: session.executiveId,
      }
    : null
}

function itemOfOffered(session: Session, morning: Morning): Item | null {
  const { now } = morning
  const { offer, notBefore, bumps } = session
  const isOpen = offer?.status === 'open' && offer.heldUntil > now
  const departure = morning.leaving.get(session.mentorId)
  if (!isOpen && departure && departure.followsAt <= now) return itemOfLeaving(session, departure)
  if (!isOpen && notBefore !== null && notBefore > now) return itemOfPutOff(session, morning)

  const since = offer?.answer?.at ?? offer?.madeAt ?? now
  if (isOpen && offer.unansweredAt <= now)
    return {
      ...about(session),
      kind: 'offer-unanswered',
      since: offer.madeAt,
      action: 'remind',
      personId: offer.askedId,
    }
  // While an offer is open, the manager only needs to know; she calls when nothing is on offer.
  if (bumps >= MAX_REOFFERS)
    return { ...about(session), kind: 'bumped-twice', since, action: isOpen ? 'open' : 'call' }
  if (!isOpen && bumps > 0) return { ...about(session), kind: 'declined', since, action: 'offer' }
  return isOpen
    ? null
    : { ...about(session), kind: (offer && ENDED[offer.status]) ?? 'no-next-date', since, action: 'offer' }
}

/** On the mentor's last day and after it the round waits for another mentor. */
export function itemOfLeaving(
  { pairingId, mentorId, ...round }: Pick<Session, 'pairingId' | 'mentorId'> & { readonly id?: SessionId },
  { followsAt }: Leaving,
): Item {
  return {
    kind: 'mentor-leaves',
    since: followsAt,
    action: 'hand-over',
    sessionId: round.id ?? null,
    pairingId,
    personId: mentorId,
  }
}

/** Postponed by wish: the manager is needed only once it is outside the cadence. */
function itemOfPutOff({ id, pairingId }: Session, { now, programme, pairings }: Morning): Item | null {
  const { cadence, tolerance } = programme.policy
  const pairing = pairings.find((each) => each.id === pairingId)
  if (!pairing || after(pairing.lastAt, (cadence + tolerance) * DAY) >= now) return null
  return {
    ...about(null),
    kind: 'asked-for-later',
    since: pairing.lastAt,
    action: 'open',
    sessionId: id,
    pairingId,
  }
}

/** How the last offer ended shows what the next one can do better. */
const ENDED: Readonly<Partial<Record<OfferStatus, Kind>>> = {
  open: 'offer-expired',
  expired: 'offer-expired',
  none: 'none-suited',
}

/**
 * Each proposed time, until somebody decides: also when its hour has passed, and when it can only be put away. Once nothing
 * can be decided any more, what was written with it is still read.
 */
export function proposalsOf(session: Session, canDecide: boolean): readonly Item[] {
  const left = canDecide ? session.proposals : session.proposals.filter(({ words }) => words !== null)
  return left.map(({ id, at, personId }) => ({
    ...about(session),
    kind: 'counter',
    since: at,
    action: canDecide ? 'decide-proposal' : 'open',
    personId,
    proposalId: id,
  }))
}
