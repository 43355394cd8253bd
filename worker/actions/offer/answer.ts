import type { SessionId } from '../../domain/ids.ts'
import { decideAnswer, type Answerer, type AnswerWish } from '../../domain/offer/answer.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Platform } from '../../platform.ts'
import { changeSession } from '../session/change.ts'

/** An answer to an offer, by whichever door. */
export async function answerOffer(
  platform: Platform,
  sessionId: SessionId,
  wish: AnswerWish,
  by: Answerer,
): Promise<Result<Session, Refusal>> {
  return changeSession(platform, sessionId, (situation, diary) => decideAnswer(situation, diary, wish, by))
}
