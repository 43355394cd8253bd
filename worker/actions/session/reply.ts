import type { SessionId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import { decideReply, type Reply } from '../../domain/session/reply.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Platform } from '../../platform.ts'
import { changeSessionWith } from './change.ts'

/** An answer to an invite, through any door. */
export async function recordReply(
  platform: Platform,
  sessionId: SessionId,
  reply: Reply,
): Promise<Result<Session, Refusal>> {
  return changeSessionWith(
    platform,
    sessionId,
    { id: reply.answer.byId, door: reply.answer.via },
    (situation) => decideReply(situation, reply),
  )
}
