import type { By } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import { confirmKey, decideAskToDecline } from '../../domain/session/ask-to-decline.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Platform } from '../../platform.ts'
import { isWritten } from '../../storage/letter/outbox.ts'
import { changeSessionWith } from './change.ts'

/** A reader of the invite wants to decline. A mail asks the invited person to confirm it. */
export async function askToDecline(
  platform: Platform,
  sessionId: SessionId,
  person: Person,
  by: By,
): Promise<Result<Session, Refusal>> {
  return changeSessionWith(platform, sessionId, by, async (situation) => {
    const key = confirmKey(situation, person)
    const isAsked = key !== null && (await isWritten(platform.db, key))
    return decideAskToDecline(situation, { person, isAsked }, by)
  })
}
