import type { By } from '../../domain/decision.ts'
import type { ReceivedId, SessionId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import { decideRefresh } from '../../domain/session/refresh.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Platform } from '../../platform.ts'
import { changeSessionWith } from './change.ts'

/** A calendar asks for the current state of the event (RFC 5546 §3.2.6). */
export async function answerRefresh(
  platform: Platform,
  sessionId: SessionId,
  wish: { readonly uid: string; readonly askedIn: ReceivedId },
  by: By,
): Promise<Result<Session, Refusal>> {
  return changeSessionWith(platform, sessionId, by, (situation) => decideRefresh(situation, wish, by))
}
