import type { WishKind } from '../../domain/pairing/wish.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { deleteWish, putWish } from '../../storage/pairing/wish.ts'

/** An executive asks for a rest or for another mentor. Quietly: no mail goes to anybody. */
export async function makeWish({ db }: Platform, situation: SessionSituation, kind: WishKind): Promise<void> {
  const { pairing, executive, now } = situation
  await inOneBatch(db, [putWish(db, { pairingId: pairing.id, kind, personId: executive.id, at: now })])
}

/** He thought better of it; nobody need have seen it. */
export async function withdrawWish(
  { db }: Platform,
  { pairing }: SessionSituation,
  kind: WishKind,
): Promise<void> {
  await inOneBatch(db, [deleteWish(db, pairing.id, kind)])
}
