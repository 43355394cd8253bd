import { and, eq, type SQL, sql } from 'drizzle-orm'

import { wishes } from '../../../schema/index.ts'
import type { PairingId } from '../../domain/ids.ts'
import type { WishKind } from '../../domain/pairing/wish.ts'
import type { Database, Statement } from '../../platform.ts'

/** Asked again, it stands where it stood, with the new moment. */
export function putWish(db: Database, wish: typeof wishes.$inferInsert): Statement {
  return db
    .insert(wishes)
    .values(wish)
    .onConflictDoUpdate({ target: [wishes.pairingId, wishes.kind], set: { at: wish.at } })
}

/** Taken back, or seen to. */
export function deleteWish(db: Database, pairingId: PairingId, kind: WishKind): Statement {
  return db.delete(wishes).where(and(eq(wishes.pairingId, pairingId), eq(wishes.kind, kind)))
}

/** Who asked for a rest asked it of the programme, whoever mentors him: it is not seen to by another mentor. */
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
