import type { PersonId, SessionId } from '../../domain/ids.ts'
import type { Answerer } from '../../domain/offer/answer.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import { decideAnswerFor } from '../../domain/session/answer-for.ts'
import type { Partstat, Session } from '../../domain/session/session.ts'
import type { Platform } from '../../platform.ts'
import { changeSessionWith } from './change.ts'

/** An answer to the current revision, from a link or from the manager, without a calendar. */
export async function answerFor(
  platform: Platform,
  sessionId: SessionId,
  answer: { readonly personId: PersonId; readonly partstat: Partstat },
  by: Answerer,
): Promise<Result<Session, Refusal>> {
  return changeSessionWith(platform, sessionId, by, (situation) => decideAnswerFor(situation, answer, by))
}
