import { decideMove, type MoveWish, slotAt } from '../../domain/session/book.ts'
import type { By } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Platform } from '../../platform.ts'
import { change } from './change.ts'

/** The same session at another time; both are asked anew. */
export async function moveSession(
  platform: Platform,
  sessionId: SessionId,
  wish: MoveWish,
  by: By,
): Promise<Result<Session, Refusal>> {
  const around = slotAt(wish.start, wish.minutes ?? 0)
  return change(platform, sessionId, (situation, diary) => decideMove(situation, diary, wish, by), around)
}
