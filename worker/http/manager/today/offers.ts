import type { ByPerson } from '../../../domain/decision.ts'
import type { PairingId } from '../../../domain/ids.ts'
import { MAX_OFFERS_ON_TODAY } from '../../../domain/limits.ts'
import { proposedOffer } from '../../../domain/offer/draft.ts'
import { refuse } from '../../../domain/result.ts'
import type { Item } from '../../../domain/today/item.ts'
import type { Platform } from '../../../platform.ts'
import { readForDecision } from '../../../storage/read-for-decision.ts'
import { aboutPairing } from '../../../storage/situation.ts'

/** The times that an offer would propose now, or why there is none. */
export type Proposed = ReturnType<typeof proposedOffer>

/** For the first lines that ask for an offer; side by side, so that Today waits once, and for none if there is no such line. */
export async function findProposed(
  platform: Platform,
  items: readonly Item[],
  by: ByPerson,
): Promise<ReadonlyMap<PairingId, Proposed>> {
  const asking = items.flatMap(({ action, pairingId, putOff }) =>
    action === 'offer' && pairingId && !putOff ? [pairingId] : [],
  )
  const ids = [...new Set(asking)].slice(0, MAX_OFFERS_ON_TODAY)
  const found = await Promise.all(
    ids.map(async (id) => {
      const { situation, diary } = await readForDecision(platform, aboutPairing(id))
      const proposed: Proposed =
        situation && diary ? proposedOffer(situation, diary, by) : refuse({ reason: 'not-found' })
      return [id, proposed] as const
    }),
  )
  return new Map(found)
}
