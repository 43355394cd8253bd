import type { By } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import { decideReminder } from '../../domain/offer/remind.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Platform } from '../../platform.ts'
import { changeSessionWith } from '../session/change.ts'

/** Reminds whoever was asked of the times that are still held. */
export async function remind(platform: Platform, id: SessionId, by: By): Promise<Result<Session, Refusal>> {
  return changeSessionWith(platform, id, by, (situation) => decideReminder(situation, by))
}
