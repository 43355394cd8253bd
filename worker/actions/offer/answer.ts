import type { SessionId } from '../../domain/ids.ts'
import { decideAnswer, type Answerer, type AnswerWish } from '../../domain/offer/answer.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import type { Session } from '../../domain/session/session.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import type { Platform } from '../../platform.ts'
import type { About } from '../../storage/situation.ts'
import { changeSession } from '../session/change.ts'

/** An answer to an offer, through any door. A wish that depends on the session is a function of it. */
export async function answerOffer(
  platform: Platform,
  about: SessionId | About,
  wish: AnswerWish | ((situation: SessionSituation) => AnswerWish),
  by: Answerer,
): Promise<Result<Session, Refusal>> {
  return changeSession(platform, about, by, (situation, diary) =>
    decideAnswer(situation, diary, typeof wish === 'function' ? wish(situation) : wish, by),
  )
}
