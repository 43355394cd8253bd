import { wishes } from '../../schema/index.ts'
import type { Database, Statement } from '../platform.ts'

/** Asked again, it stands where it stood, with the new moment. */
export function putWish(db: Database, wish: typeof wishes.$inferInsert): Statement {
  return db
    .insert(wishes)
    .values(wish)
    .onConflictDoUpdate({ target: [wishes.pairingId, wishes.kind], set: { at: wish.at } })
}
