import type { By } from '../../domain/decision.ts'
import type { PersonId, SessionId } from '../../domain/ids.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import {
  decideMentorCannot,
  decideNewTimes,
  type Fallback,
  type StandIn,
} from '../../domain/session/mentor-cannot.ts'
import type { Session } from '../../domain/session/session.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import type { Platform } from '../../platform.ts'
import { findCandidate } from '../../storage/pairing/candidate.ts'
import { findLinksTaken } from '../../storage/session/links-taken.ts'
import { findDiary } from '../../storage/slot/diary.ts'
import type { ClockAnswer } from '../clock/answer.ts'
import { changeByClock, changeSessionWith } from './change.ts'

/** The mentor cannot come, and nobody has acted: a stand-in, or a neutral cancellation and new times. */
export async function actForMentor(platform: Platform, sessionId: SessionId): Promise<ClockAnswer> {
  const offerId = platform.newId('off')
  return changeByClock(platform, sessionId, 'mentor-cannot', async (situation) =>
    decideMentorCannot(situation, { ...(await findFallback(platform, situation)), offerId }),
  )
}

/** The mentor cannot come, and the manager does not wait for the clock: called off, and new times are offered. */
export async function offerInstead(
  platform: Platform,
  sessionId: SessionId,
  by: By,
): Promise<Result<Session, Refusal>> {
  const offerId = platform.newId('off')
  return changeSessionWith(platform, sessionId, by, async (situation) => {
    const fallback = await findOwn(platform, situation)
    const decision = decideNewTimes(situation, { ...fallback, offerId }, by)
    return decision ? accept(decision) : refuse({ reason: 'not-fixed' })
  })
}

async function findFallback(
  platform: Platform,
  situation: SessionSituation,
): Promise<Omit<Fallback, 'offerId'>> {
  const { programme, session } = situation
  const [executive, own, ...found] = await Promise.all([
    findCandidate(platform.db, programme.id, session.executiveId),
    findOwn(platform, situation),
    ...programme.policy.standIns.map((id) => findStandIn(platform, situation, id)),
  ])
  return {
    ...own,
    executive,
    standIns: found.filter((each) => each !== null),
  }
}

/** What the pairing's own mentor can offer. */
async function findOwn(
  platform: Platform,
  situation: SessionSituation,
): Promise<Pick<Fallback, 'ownDiary' | 'ownSuperiors'>> {
  const { programme, ownMentor } = situation
  const [own, ownDiary] = await Promise.all([
    findCandidate(platform.db, programme.id, ownMentor.id),
    diaryWith(platform, situation, ownMentor, null),
  ])
  return { ownDiary, ownSuperiors: own?.superiors ?? [] }
}

async function findStandIn(
  platform: Platform,
  situation: SessionSituation,
  id: PersonId,
): Promise<StandIn | null> {
  const mentor = await findCandidate(platform.db, situation.programme.id, id)
  if (!mentor) return null
  const [diary, linksTaken] = await Promise.all([
    diaryWith(platform, situation, mentor.person, situation.session.time),
    findLinksTaken(platform.db, mentor.person, situation.now),
  ])
  return { mentor, diary, linksTaken }
}

function diaryWith(
  platform: Platform,
  situation: SessionSituation,
  mentor: Person,
  around: SessionSituation['session']['time'],
) {
  return findDiary(platform, { ...situation, mentor }, around)
}
