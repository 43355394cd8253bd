import { NO_CHANGE } from '../../domain/decision.ts'
import type { WishKind } from '../../domain/pairing/wish.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import type { Platform } from '../../platform.ts'
import { commit } from '../../storage/commit.ts'

/** An executive asks for a rest or for another mentor. No mail is sent about it. */
export async function makeWish(
  platform: Platform,
  { pairing, executive, now }: SessionSituation,
  kind: WishKind,
): Promise<void> {
  const made = { personId: executive.id, at: now }
  await commit(platform, { ...NO_CHANGE, wishes: [{ pairingId: pairing.id, kind, made }] })
}

/** The executive takes the wish back. */
export async function withdrawWish(
  platform: Platform,
  { pairing }: SessionSituation,
  kind: WishKind,
): Promise<void> {
  await commit(platform, { ...NO_CHANGE, wishes: [{ pairingId: pairing.id, kind, made: null }] })
}
