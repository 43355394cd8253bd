import type { By } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import { decideOwnPage } from '../../domain/session/own-page.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Platform } from '../../platform.ts'
import { changeSessionWith } from './change.ts'

/** Mails an executive the link to his own page. */
export async function sendOwnPage(
  platform: Platform,
  sessionId: SessionId,
  by: By,
): Promise<Result<Session, Refusal>> {
  return changeSessionWith(platform, sessionId, by, (situation) => decideOwnPage(situation, by))
}
