import type { By, Decision } from '../../domain/decision.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { MoveWish } from '../../domain/session/move.ts'
import { decideSubstitution } from '../../domain/session/substitute-mentor.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import { slotAt } from '../../domain/slot/slot.ts'
import type { Platform } from '../../platform.ts'
import { findCandidate } from '../../storage/pairing/candidate.ts'
import { findLinksTaken } from '../../storage/session/links-taken.ts'
import { findDiary } from '../../storage/slot/diary.ts'

export type StandInWish = MoveWish & { readonly mentorId: PersonId }

/** Asks the rule about a stand-in for one session; the pairing keeps its mentor. */
export async function judgeSubstitution(
  platform: Platform,
  situation: SessionSituation,
  { mentorId, ...move }: StandInWish,
  by: By,
): Promise<Result<Decision, Refusal>> {
  const { db } = platform
  const { programme, session } = situation
  const [mentor, executive] = await Promise.all([
    findCandidate(db, programme.id, mentorId),
    findCandidate(db, programme.id, session.executiveId),
  ])
  if (!mentor) return refuse({ reason: 'not-a-mentor' })
  if (!executive) return refuse({ reason: 'not-an-executive' })

  const around = slotAt(move.start, move.minutes ?? session.minutes)
  const [diary, linksTaken] = await Promise.all([
    findDiary(platform, { ...situation, mentor: mentor.person }, around),
    findLinksTaken(db, mentor.person, situation.now),
  ])
  return decideSubstitution({ ...situation, linksTaken }, diary, { mentor, executive, move }, by)
}
