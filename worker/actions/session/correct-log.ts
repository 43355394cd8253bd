import type { ByPerson } from '../../domain/decision.ts'
import type { OutcomeId, SessionId } from '../../domain/ids.ts'
import { isClosingTalk } from '../../domain/path/next-format.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import { decideLogCorrection, type LogCorrection } from '../../domain/session/correct-log.ts'
import type { Session } from '../../domain/session/session.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import type { Platform } from '../../platform.ts'
import { readForDecision } from '../../storage/read-for-decision.ts'
import { findLogReading } from '../../storage/session/outcome.ts'
import { findSession } from '../../storage/session/session.ts'
import { aboutSession, withSession } from '../../storage/situation.ts'
import { createIdempotently } from '../write.ts'
import { fromSession, whyNotChange } from './change.ts'

export type CorrectionRequest = Omit<LogCorrection, 'outcomeId' | 'commitmentId'>

/** Corrects a log whose hour is over; the id of the new one is the idempotency key. */
export async function correctLog(
  platform: Platform,
  sessionId: SessionId,
  wish: CorrectionRequest,
  by: ByPerson,
  id: OutcomeId = platform.newId('out'),
): Promise<Result<Session, Refusal>> {
  const { newId, db } = platform
  const ids = { outcomeId: id, commitmentId: newId('com') }
  const request = { id, sessionId, ...wish }
  return createIdempotently(platform, request, {
    read: (key) => readForDecision(platform, aboutSession(sessionId), { key }),
    findExisting: () => findSession(db, sessionId),
    decide: async ({ situation }) => {
      const current = withSession(situation)
      if (!current) return refuse({ reason: 'not-found' })
      const refused = whyNotChange(current, by)
      if (refused) return refused
      const reading = await findLogReading(db, sessionId, current.pairing.id)
      return fromSession(
        decideLogCorrection(current, reading, { ...wish, ...ids }, by),
        asCorrected(current, wish),
        by,
      )
    },
  })
}

/** What the clock owes afterwards: a closing talk that was not held after all closes nothing, and the other way round. */
function asCorrected(situation: SessionSituation, { result }: CorrectionRequest): SessionSituation {
  if (!isClosingTalk(situation)) return situation
  return { ...situation, path: { ...situation.path, hasClosed: result !== 'did-not-happen' } }
}
