import type { By } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import { confirmKeys, decideAskToDecline } from '../../domain/session/ask-to-decline.ts'
import type { Session } from '../../domain/session/session.ts'
import { before, DAY } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { isWrittenSince } from '../../storage/letter/outbox.ts'
import { changeSessionWith } from './change.ts'

/** A reader of the invite wants to decline. A mail asks the invited person to confirm it. */
export async function askToDecline(
  platform: Platform,
  sessionId: SessionId,
  person: Person,
  by: By,
): Promise<Result<Session, Refusal>> {
  return changeSessionWith(platform, sessionId, by, async (situation) => {
    const keys = confirmKeys(situation, person)
    const isAsked = await isWrittenSince(platform.db, keys, before(situation.now, DAY))
    return decideAskToDecline(situation, { person, isAsked }, by)
  })
}
