import type { SessionId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import { decideReply, type Reply } from '../../domain/session/reply.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Platform } from '../../platform.ts'
import type { DecisionWithValue } from '../write.ts'
import { judgeSessionWith } from './change.ts'

/** An answer of a calendar to an invite. It is committed with the mail it came in. */
export async function judgeReply(
  platform: Platform,
  sessionId: SessionId,
  reply: Reply,
): Promise<Result<DecisionWithValue<Session>, Refusal>> {
  return judgeSessionWith(
    platform,
    sessionId,
    { id: reply.answer.byId, door: reply.answer.via },
    (situation) => decideReply(situation, reply),
  )
}
