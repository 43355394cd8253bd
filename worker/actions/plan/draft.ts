import type { By } from '../../domain/decision.ts'
import { NO_CHANGE } from '../../domain/decision.ts'
import { decideDraft, type DraftWish, isSameDraft } from '../../domain/plan/draft.ts'
import type { KeptPlan } from '../../domain/plan/plan.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findDraft } from '../../storage/plan/draft.ts'
import { readForDecision } from '../../storage/read-for-decision.ts'
import { aboutPairing } from '../../storage/situation.ts'
import { whyNotChange } from '../session/change.ts'
import { decideAndCommit } from '../write.ts'

/**
 * Drafts an offer for a person to send. Of one key a pairing has one draft that waits: the same again is the same, another
 * takes its place.
 */
export async function draftOffer(
  platform: Platform,
  wish: DraftWish,
  by: By,
): Promise<Result<KeptPlan, Refusal>> {
  return decideAndCommit(platform, async () => {
    const [{ situation, diary }, waiting] = await Promise.all([
      readForDecision(platform, aboutPairing(wish.pairingId)),
      findDraft(platform.db, wish),
    ])
    if (!situation || !diary) return refuse({ reason: 'not-found' })
    const refused = whyNotChange(situation, by)
    if (refused) return refused
    const drafted = decideDraft(situation, diary, wish, by)
    if (!drafted.ok) return drafted
    return waiting && isSameDraft(waiting, drafted.value)
      ? accept({ decision: NO_CHANGE, value: waiting })
      : accept({ decision: { ...NO_CHANGE, plan: drafted.value }, value: drafted.value })
  })
}
