import { and, eq, type SQL, sql } from 'drizzle-orm'

import { wishes } from '../../../schema/index.ts'
import type { PairingId } from '../../domain/ids.ts'
import type { WishKind } from '../../domain/pairing/wish.ts'
import type { Database, Statement } from '../../platform.ts'

/** Stores a wish; a repeated one gets the new moment. */
export function putWish(db: Database, wish: typeof wishes.$inferInsert): Statement {
  return db
    .insert(wishes)
    .values(wish)
    .onConflictDoUpdate({ target: [wishes.pairingId, wishes.kind], set: { at: wish.at } })
}

/** A wish that was settled stands again as it was made, unless another was made since or the pairing is gone. */
export function restoreWish(
  db: Database,
  { pairingId, kind, at }: Omit<typeof wishes.$inferInsert, 'personId'>,
): Statement {
  return db
    .insert(wishes)
    .select(
      sql`SELECT id, ${kind}, executive_id, ${at} FROM pairings WHERE id = ${pairingId} AND status <> 'ended'`,
    )
    .onConflictDoNothing()
}

/** Deletes a wish that was taken back or settled. */
export function deleteWish(db: Database, pairingId: PairingId, kind: WishKind): Statement {
  return db.delete(wishes).where(and(eq(wishes.pairingId, pairingId), eq(wishes.kind, kind)))
}

/** Moves a wish for a rest to the next pairing: another mentor does not fulfil it. */
export function carryPause(db: Database, from: PairingId, to: PairingId): Statement {
  return db
    .update(wishes)
    .set({ pairingId: to })
    .where(and(eq(wishes.pairingId, from), eq(wishes.kind, 'pause')))
}

export function selectWishes(db: Database, pairingId: PairingId | SQL) {
  return db
    .select({ kind: wishes.kind })
    .from(wishes)
    .where(sql`${wishes.pairingId} = ${pairingId}`)
    .orderBy(wishes.at)
}
