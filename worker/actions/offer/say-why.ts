import type { OfferId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, type Result } from '../../domain/result.ts'
import type { WhySaid } from '../../domain/session/why.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { listWhysOfOffer, putWhyNotSuited } from '../../storage/session/why.ts'

/**
 * Why the times of an offer did not suit, said after the answer: the answer never waits for it. No event holds the code,
 * so that it goes with the reasons. False: it is not kept, because the times still wait for an answer, or somebody else
 * has said why.
 */
export async function sayWhyNotSuited(
  { db }: Platform,
  offerId: OfferId,
  said: Pick<WhySaid, 'code' | 'byId'>,
): Promise<Result<boolean, Refusal>> {
  const put = await inOneBatch(db, [putWhyNotSuited(db, offerId, said)])
  if (!put.ok) return put
  const kept = await listWhysOfOffer(db, offerId)
  return accept(kept.some(({ code, byId }) => code === said.code && byId === said.byId))
}
