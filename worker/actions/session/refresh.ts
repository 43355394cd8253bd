import type { By } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import { decideRefresh, refreshKey } from '../../domain/session/refresh.ts'
import type { Session } from '../../domain/session/session.ts'
import { before, HOUR } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { isWrittenSince } from '../../storage/letter/outbox.ts'
import type { DecisionWithValue } from '../write.ts'
import { judgeSessionWith } from './change.ts'

/** A calendar asks for the current state of the event (RFC 5546 §3.2.6). It is committed with the mail it came in. */
export async function judgeRefresh(
  platform: Platform,
  sessionId: SessionId,
  uid: string,
  by: By,
): Promise<Result<DecisionWithValue<Session>, Refusal>> {
  return judgeSessionWith(platform, sessionId, by, async (situation) => {
    const hourAgo = before(situation.now, HOUR)
    const keys = [situation.now, hourAgo].flatMap((now) => refreshKey({ ...situation, now }, uid) ?? [])
    const isAnswered = await isWrittenSince(platform.db, keys, hourAgo)
    return decideRefresh(situation, { uid, isAnswered }, by)
  })
}
