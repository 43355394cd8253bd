import type { By } from '../../domain/decision.ts'
import type { PairingId } from '../../domain/ids.ts'
import { pairingAfter } from '../../domain/pairing/change.ts'
import { decideHandOver, type HandOver, type HandOverReading } from '../../domain/pairing/hand-over.ts'
import type { Pairing } from '../../domain/pairing/pairing.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { Situation } from '../../domain/situation.ts'
import type { Platform } from '../../platform.ts'
import { findLastMet, findPairing } from '../../storage/pairing/pairing.ts'
import { readForDecision } from '../../storage/read-for-decision.ts'
import { aboutPairing } from '../../storage/situation.ts'
import { findDiary } from '../../storage/slot/diary.ts'
import { whyNotChange } from '../session/change.ts'
import { createIdempotently, isInReach, withValue } from '../write.ts'
import { findPairingReading } from './make.ts'

/** Gives the executive another mentor from now on, in one batch. The id of the new pairing is the idempotency key. */
export async function handOver(
  platform: Platform,
  from: PairingId,
  wish: HandOver,
  by: By,
): Promise<Result<Pairing, Refusal>> {
  const { db, newId } = platform
  const ids = { sessionId: newId('ses'), offerId: newId('off'), commitmentId: newId('com') }
  const request = { ...wish, from }
  return createIdempotently(platform, request, {
    read: (key) => readForDecision(platform, aboutPairing(from), { key }),
    mayAsk: ({ situation }) => isInReach(situation, by),
    findExisting: () => findPairing(db, wish.id),
    decide: async ({ situation }) => {
      if (!situation) return refuse({ reason: 'not-found' })
      const refused = whyNotChange(situation, by)
      if (refused) return refused
      const reading = await findReading(platform, situation, wish)
      return withValue(decideHandOver(situation, wish, reading, ids, by), (decision) =>
        pairingAfter(decision, wish.id),
      )
    },
  })
}

async function findReading(
  platform: Platform,
  situation: Situation,
  { mentorId }: HandOver,
): Promise<HandOverReading> {
  const { pairing, session } = situation
  const isAhead = session !== null && (session.time === null || session.time.end > situation.now)
  const [reading, lastMet] = await Promise.all([
    findPairingReading(platform.db, { ...pairing, mentorId }),
    findLastMet(platform.db, pairing.id, isAhead ? session.id : null),
  ])
  const mentor = reading.mentor?.person
  return { ...reading, lastMet, diary: mentor ? await findDiary(platform, { ...situation, mentor }) : null }
}
