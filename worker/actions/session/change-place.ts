import type { By } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import { decidePlace, type PlaceWish } from '../../domain/session/change-place.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Platform } from '../../platform.ts'
import { changeSessionWith } from './change.ts'

/** Changes the place of one session. Both calendars get an update, and the answers stay. */
export async function changePlace(
  platform: Platform,
  sessionId: SessionId,
  place: PlaceWish,
  by: By,
): Promise<Result<Session, Refusal>> {
  return changeSessionWith(platform, sessionId, by, (situation) => decidePlace(situation, place, by))
}
