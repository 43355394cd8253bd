import type { OfferId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import type { WhySaid } from '../../domain/session/why.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { putWhyNotSuited } from '../../storage/session/why.ts'

/**
 * Why the times of an offer did not suit, said after the answer: the answer never waits for it. No event holds the code,
 * so that it goes with the reasons.
 */
export async function sayWhyNotSuited(
  { db }: Platform,
  offerId: OfferId,
  said: Pick<WhySaid, 'code' | 'byId'>,
): Promise<Result<null, Refusal>> {
  return inOneBatch(db, [putWhyNotSuited(db, offerId, said)])
}
