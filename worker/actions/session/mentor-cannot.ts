import type { PersonId, SessionId } from '../../domain/ids.ts'
import type { Person } from '../../domain/people/person.ts'
import { decideMentorCannot, type Fallback, type StandIn } from '../../domain/session/mentor-cannot.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import type { Platform } from '../../platform.ts'
import { findCandidate } from '../../storage/pairing/candidate.ts'
import { findDiary } from '../../storage/slot/diary.ts'
import type { ClockAnswer } from '../clock/answer.ts'
import { changeByClock } from './change.ts'

/** The mentor cannot come, and nobody has acted: a stand-in, or a neutral cancellation and new times. */
export async function actForMentor(platform: Platform, sessionId: SessionId): Promise<ClockAnswer> {
  const offerId = platform.newId('off')
  return changeByClock(platform, sessionId, 'mentor-cannot', async (situation) =>
    decideMentorCannot(situation, { ...(await findFallback(platform, situation)), offerId }),
  )
}

async function findFallback(
  platform: Platform,
  situation: SessionSituation,
): Promise<Omit<Fallback, 'offerId'>> {
  const { programme, session, ownMentor } = situation
  const [executive, own, ownDiary, ...found] = await Promise.all([
    findCandidate(platform.db, programme.id, session.executiveId),
    findCandidate(platform.db, programme.id, ownMentor.id),
    diaryWith(platform, situation, ownMentor, null),
    ...programme.policy.standIns.map((id) => findStandIn(platform, situation, id)),
  ])
  return {
    executive,
    ownDiary,
    ownSuperiors: own?.superiors ?? [],
    standIns: found.filter((each) => each !== null),
  }
}

async function findStandIn(
  platform: Platform,
  situation: SessionSituation,
  id: PersonId,
): Promise<StandIn | null> {
  const mentor = await findCandidate(platform.db, situation.programme.id, id)
  if (!mentor) return null
  return { mentor, diary: await diaryWith(platform, situation, mentor.person, situation.session.time) }
}

function diaryWith(
  platform: Platform,
  situation: SessionSituation,
  mentor: Person,
  around: SessionSituation['session']['time'],
) {
  return findDiary(platform, { ...situation, mentor }, around)
}
