import { type By, type Decision, sessionAfter, together } from '../../domain/decision.ts'
import type { OfferId, OutcomeId, PersonId, SessionId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import {
  decideLogOutcome,
  decideOfferAfterMove,
  decideRoundAfterLog,
  pathAfterLog,
  type OutcomeWish,
} from '../../domain/session/log-outcome.ts'
import type { Session } from '../../domain/session/session.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import type { Diary } from '../../domain/slot/diary.ts'
import type { Platform } from '../../platform.ts'
import { readForDecision } from '../../storage/read-for-decision.ts'
import { findLogReading } from '../../storage/session/outcome.ts'
import { findSession } from '../../storage/session/session.ts'
import { aboutSession, withSession } from '../../storage/situation.ts'
import { findDiary } from '../../storage/slot/diary.ts'
import { createIdempotently } from '../write.ts'
import { fromSession, whyNotChange } from './change.ts'

export type OutcomeRequest = Omit<OutcomeWish, 'outcomeId' | 'commitmentId'>

/** Logs the outcome; its id is the idempotency key. The next round opens in the same batch. */
export async function logOutcome(
  platform: Platform,
  sessionId: SessionId,
  wish: OutcomeRequest,
  by: By & { readonly id: PersonId },
  id: OutcomeId = platform.newId('out'),
): Promise<Result<Session, Refusal>> {
  const { newId, db } = platform
  const ids = { outcomeId: id, commitmentId: newId('com') }
  const next = { sessionId: newId('ses'), offerId: newId('off') }
  const request = { id, sessionId, ...wish }
  return createIdempotently(platform, request, {
    read: (key) => readForDecision(platform, aboutSession(sessionId), { key }),
    findExisting: () => findSession(db, sessionId),
    decide: async ({ situation, diary }) => {
      const current = withSession(situation)
      if (!current || !diary) return refuse({ reason: 'not-found' })
      const refused = whyNotChange(current, by)
      if (refused) return refused
      const decision = await withNextRound(platform, current, { ...wish, ...ids }, { by, next, diary })
      return fromSession(decision, current, by)
    },
  })
}

type NextRound = {
  readonly by: By & { readonly id: PersonId }
  readonly next: { readonly sessionId: SessionId; readonly offerId: OfferId }
  readonly diary: Diary
}

async function withNextRound(
  platform: Platform,
  situation: SessionSituation,
  wish: OutcomeWish,
  { by, next, diary }: NextRound,
): Promise<Result<Decision, Refusal>> {
  const reading = await findLogReading(platform.db, situation.session.id, situation.pairing.id)
  const logged = decideLogOutcome(situation, reading, wish, by)
  const session = logged.ok ? sessionAfter(logged.value) : null
  if (!logged.ok || !session) return logged

  const after = { ...situation, session, path: pathAfterLog({ ...situation, session }, reading, wish) }
  if (wish.result === 'moved')
    return accept(together(logged.value, decideOfferAfterMove(after, diary, next.offerId)))
  if (reading.next) return logged
  const { mentor, pairing } = situation
  if (mentor.id === pairing.mentorId)
    return accept(together(logged.value, decideRoundAfterLog(after, diary, next)))
  // The next round after a stand-in's session belongs to the pairing's own mentor.
  const ownSituation = { ...after, mentor: after.ownMentor }
  return accept(
    together(logged.value, decideRoundAfterLog(ownSituation, await findDiary(platform, ownSituation), next)),
  )
}
