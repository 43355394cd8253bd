import type { By } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import { decideCancellation } from '../../domain/session/cancel.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Platform } from '../../platform.ts'
import { changeSessionWith } from './change.ts'

/** Cancels a session, or reopens it to find another time. */
export async function cancelSession(
  platform: Platform,
  sessionId: SessionId,
  wish: { readonly reopen: boolean },
  by: By,
): Promise<Result<Session, Refusal>> {
  return changeSessionWith(platform, sessionId, by, (situation) => decideCancellation(situation, wish, by))
}
