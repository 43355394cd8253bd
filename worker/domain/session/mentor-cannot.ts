import { type By, CLOCK, type Decision, together } from '../decision.ts'
import type { OfferId, PersonId } from '../ids.ts'
import { decideOffer, DEFAULT_OPTION_COUNT } from '../offer/make.ts'
import type { Candidate } from '../pairing/make.ts'
import { departureFollowsAt, hasLeft, isAfterLeaving } from '../people/departure.ts'
import { type SessionSituation, type Situation, spokeForExecutive } from '../situation.ts'
import type { Diary } from '../slot/diary.ts'
import { zoneOfAt } from '../slot/hours.ts'
import { withoutNotice } from '../slot/without-notice.ts'
import { addDays } from '../time/days.ts'
import { before, earliest, HOUR, instant, type Instant, isDue, latest, MINUTE } from '../time/time.ts'
import type { Zone } from '../time/time.ts'
import { toInstant, toWall } from '../time/zones.ts'
import { decideRelease } from './bump.ts'
import { canBeAccepted, inviteOf, type Proposal } from './session.ts'
import { decideSubstitution } from './substitute-mentor.ts'

/** Sotto acts at the latest this long before the start, unless it was said later than that. */
const LAST_CALL_MS = HOUR
/** Said so shortly before the start, there is nothing to wait for. */
const AT_ONCE_MS = 15 * MINUTE
const EVENING_WALL_MINUTES = 20 * 60
const MORNING_WALL_MINUTES = 7 * 60

/**
 * How long the manager has once a mentor cannot come: half of what is left, at the latest until an hour before the start.
 * A half-way point in the executive's evening or night waits for seven, never past that hour.
 */
export function fallbackAt(
  { saidAt, start }: { readonly saidAt: Instant; readonly start: Instant },
  zoneAt: (moment: Instant) => Zone,
): Instant {
  const left = start - saidAt
  if (left <= AT_ONCE_MS) return saidAt
  const half = instant(saidAt + Math.floor(left / 2))
  if (left <= LAST_CALL_MS) return half
  return earliest(byDay(half, zoneAt(half)), before(start, LAST_CALL_MS))
}

function byDay(moment: Instant, zone: Zone): Instant {
  const { day, minutes } = toWall(zone, moment)
  if (minutes >= MORNING_WALL_MINUTES && minutes < EVENING_WALL_MINUTES) return moment
  return toInstant(zone, minutes < MORNING_WALL_MINUTES ? day : addDays(day, 1), MORNING_WALL_MINUTES)
}

/**
 * When Sotto acts for a mentor who cannot come, or leaves before; null: he can, or the executive gave the date up
 * himself. A proposal of the executive's side goes first; only what nobody has decided an hour before the start is decided
 * then.
 */
export function mentorCannotDueAt(
  situation: Pick<SessionSituation, 'session' | 'mentor' | 'executive' | 'assistantDuties'>,
): Instant | null {
  const { session, executive } = situation
  const { status, time } = session
  const saidAt = cannotSince(situation)
  if (status !== 'fixed' || !time || saidAt === null) return null
  if (inviteOf(session, executive.id)?.partstat === 'DECLINED') return null

  const dueAt = fallbackAt({ saidAt, start: time.start }, (moment) => zoneOfAt(executive, moment))
  // Their proposal goes first, while it could be accepted.
  const until = proposedBy(situation).reduce((last, { start }) => latest(last, start), dueAt)
  return latest(dueAt, earliest(until, before(time.start, LAST_CALL_MS)))
}

/** Since when it counts that the mentor cannot come: he said so, or the date lies after his last day. Null: he can. */
function cannotSince({ session, mentor }: Pick<SessionSituation, 'session' | 'mentor'>): Instant | null {
  const invite = inviteOf(session, session.mentorId)
  const said = invite?.partstat === 'DECLINED' ? (invite.answer?.at ?? null) : null
  const leaves = session.time && isAfterLeaving(mentor, session.time) ? departureFollowsAt(mentor) : null
  return said !== null && leaves !== null ? earliest(said, leaves) : (said ?? leaves)
}

/** The times that the executive's side proposed and that can be; a mentor's own would have taken his decline back. */
function proposedBy(
  situation: Pick<SessionSituation, 'session' | 'executive' | 'assistantDuties'>,
): readonly Proposal[] {
  return situation.session.proposals.filter(
    (each) => each.state === 'waiting' && canBeAccepted(each) && spokeForExecutive(situation, each.personId),
  )
}

/** A mentor with what the judge reads of him and the executive. */
export type StandIn = { readonly mentor: Candidate; readonly diary: Diary } & Pick<Situation, 'linksTaken'>

export type Fallback = {
  /** Who said that they would stand in, in the programme's order. */
  readonly standIns: readonly StandIn[]
  readonly executive: Candidate | null
  /** Of the pairing's own mentor: the next times are his, also after a stand-in who cannot come. */
  readonly ownDiary: Diary
  readonly ownSuperiors: readonly PersonId[]
  readonly offerId: OfferId
}

/**
 * Nobody has acted: a stand-in takes the session at its time, else it is called off with a neutral word and new times are
 * offered, as far as the mentor is there; without any the pairing waits for another. No bump, unless the executive's side
 * had proposed another time: then he gave it up himself.
 */
export function decideMentorCannot(situation: SessionSituation, fallback: Fallback): Decision | null {
  const { session, now } = situation
  const { time } = session
  if (!time || time.end <= now || !isDue(mentorCannotDueAt(situation), now)) return null
  if (proposedBy(situation).some(({ start }) => start > now)) {
    const bumps = session.bumps + 1
    return decideRelease(situation, time, { code: 'bumped', detail: { start: time.start, bumps } }, { bumps })
  }
  return decideStandIn(situation, fallback) ?? decideNewTimes(situation, fallback, CLOCK)
}

/** The first who is free by the judge. Notice is not asked: the executive keeps his date, and they said yes before. */
function decideStandIn(situation: SessionSituation, { standIns, executive }: Fallback): Decision | null {
  const { time } = situation.session
  if (!time || !executive) return null
  const move = { start: time.start, minutes: (time.end - time.start) / MINUTE, reason: null }
  for (const { mentor, diary, linksTaken } of standIns) {
    if (mentor.person.id === situation.session.mentorId) continue
    const taken = decideSubstitution(
      { ...situation, linksTaken },
      withoutNotice(diary),
      { mentor, executive, move },
      CLOCK,
    )
    if (taken.ok) return taken.value
  }
  return null
}

/** A manager does not wait until then: it is called off, and new times are offered. Null: there is no date to come. */
export function decideNewTimes(
  situation: SessionSituation,
  { ownDiary, ownSuperiors, offerId }: Pick<Fallback, 'ownDiary' | 'ownSuperiors' | 'offerId'>,
  by: By,
): Decision | null {
  const { session, ownMentor } = situation
  const { time } = session
  if (!time || time.end <= situation.now) return null
  const happening = { code: 'mentor-could-not', detail: { start: time.start } } as const
  const released = decideRelease(situation, time, happening, { mentorId: ownMentor.id }, by)
  const round = released.sessions.at(-1)?.after ?? session
  if (situation.wishes.length > 0 || hasLeft(ownMentor)) return released

  const wish = { offerId, sessionId: session.id, minutes: null, count: DEFAULT_OPTION_COUNT }
  const superiors = { ...situation.superiors, mentor: ownSuperiors }
  const own = { ...situation, mentor: ownMentor, superiors, session: round }
  const offer = decideOffer(own, ownDiary, wish, by)
  return offer.ok ? together(released, offer.value) : released
}
