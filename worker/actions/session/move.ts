import type { By } from '../../domain/decision.ts'
import type { PersonId, SessionId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import { decideMove, type MoveWish } from '../../domain/session/move.ts'
import type { Session } from '../../domain/session/session.ts'
import { slotAt } from '../../domain/slot/slot.ts'
import type { Platform } from '../../platform.ts'
import { changeSession } from './change.ts'
import { judgeSubstitution } from './substitute-mentor.ts'

/** Moves a session to another time; both people are asked again. Another `mentorId` makes that mentor the stand-in. */
export async function moveSession(
  platform: Platform,
  sessionId: SessionId,
  { mentorId, ...wish }: MoveWish & { readonly mentorId?: PersonId | null },
  by: By,
): Promise<Result<Session, Refusal>> {
  const around = slotAt(wish.start, wish.minutes ?? 0)
  return changeSession(
    platform,
    sessionId,
    by,
    (situation, diary) =>
      mentorId && mentorId !== situation.session.mentorId
        ? judgeSubstitution(platform, situation, { ...wish, mentorId }, by)
        : decideMove(situation, diary, wish, by),
    around,
  )
}
