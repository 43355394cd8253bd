import type { By } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import { decideOwnPage } from '../../domain/session/own-page.ts'
import type { Session } from '../../domain/session/session.ts'
import { before, DAY } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { countOwnPages } from '../../storage/letter/outbox.ts'
import { changeSessionWith } from './change.ts'

/** Mails an executive the link to his own page, at most twice a day, whoever presses and however often. */
export async function sendOwnPage(
  platform: Platform,
  sessionId: SessionId,
  by: By,
): Promise<Result<Session, Refusal>> {
  return changeSessionWith(platform, sessionId, by, async (situation) => {
    const { executive, now } = situation
    const sentInADay = await countOwnPages(platform.db, executive.id, before(now, DAY))
    return decideOwnPage(situation, by, { sentInADay })
  })
}
