import type { By } from '../../domain/decision.ts'
import { type AcceptWish, decideAcceptance, textOfPairs } from '../../domain/pairing/accept.ts'
import { proposalOf } from '../../domain/pairing/proposal.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import { hashOf, type Platform } from '../../platform.ts'
import { findEarlierUse } from '../../storage/idempotency.ts'
import { findCast } from '../../storage/pairing/suggest.ts'
import { whyProgrammeClosed } from '../programme/open.ts'
import { createIdempotently, withValue } from '../write.ts'

/**
 * Proposes the suggested pairings of a programme, all in one batch. The best set is found again: where it is not the one
 * that was shown, nothing is made. Returns how many were.
 */
export async function acceptSuggestions(
  platform: Platform,
  programme: Programme,
  wish: AcceptWish,
  by: By,
): Promise<Result<number, Refusal>> {
  const { db, now, newId } = platform
  return createIdempotently(platform, wish, {
    read: (key) => findEarlierUse(db, key),
    findExisting: async () => wish.count,
    decide: async () => {
      const closed = await whyProgrammeClosed(db, wish.programmeId)
      if (closed) return refuse(closed)
      const cast = await findCast(platform, programme)
      const proposal = proposalOf(cast, wish.pairs)
      if (wish.shown !== null && wish.shown !== (await hashOf(textOfPairs(proposal.pairs))))
        return refuse({ reason: 'precondition-failed' })
      const decision = decideAcceptance(wish, cast, proposal, { newId: () => newId('pai'), at: now(), by })
      return withValue(decision, ({ pairings }) => pairings.length)
    },
  })
}
