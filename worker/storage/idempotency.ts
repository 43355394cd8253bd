import { and, eq, type SQLWrapper, sql } from 'drizzle-orm'

import { idempotencyKeys } from '../../schema/index.ts'
import type { SessionId } from '../domain/ids.ts'
import type { Instant } from '../domain/time/time.ts'
import { type Database, hashOf, type Statement } from '../platform.ts'

/** The id a client made, with a hash of the request: repeating it is safe. */
export type IdempotencyKey = { readonly id: string; readonly fingerprint: string }

/** The key of a request. The hash sorts the fields of its JSON, so their order does not matter. */
export async function idempotencyKeyOf(id: string, content: unknown): Promise<IdempotencyKey> {
  return { id, fingerprint: await hashOf(canonical(content)) }
}

/** `same`: respond as before, with the session it led to; `other`: the id belongs to another request. */
export type EarlierUse =
  | { readonly kind: 'new' }
  | { readonly kind: 'same'; readonly sessionId: SessionId | null }
  | { readonly kind: 'other' }

/** The earlier use in one call of its own. */
export async function findEarlierUse(
  db: Database,
  key: IdempotencyKey,
): Promise<{ readonly earlier: EarlierUse }> {
  return { earlier: toEarlierUse(await selectIdempotencyKey(db, key), key) }
}

/** The query, for a batch; without a key it finds nothing. */
export function selectIdempotencyKey(db: Database, key: IdempotencyKey | null) {
  return db
    .select({ fingerprint: idempotencyKeys.fingerprint, made: idempotencyKeys.made })
    .from(idempotencyKeys)
    .where(eq(idempotencyKeys.id, key?.id ?? ''))
}

export function toEarlierUse(
  [row]: readonly { readonly fingerprint: string; readonly made: SessionId | null }[],
  key: IdempotencyKey | null,
): EarlierUse {
  if (!row || !key) return { kind: 'new' }
  return row.fingerprint === key.fingerprint ? { kind: 'same', sessionId: row.made } : { kind: 'other' }
}

export function insertIdempotencyKey(
  db: Database,
  key: IdempotencyKey,
  made: SessionId | null,
  madeAt: Instant,
): Statement {
  return db.insert(idempotencyKeys).values({ ...key, made, madeAt })
}

/** The same request is a new one again; with `among`, if that query has its id. */
export function forgetKey(db: Database, id: string, among?: SQLWrapper): Statement {
  const isThis = eq(idempotencyKeys.id, id)
  return db
    .delete(idempotencyKeys)
    .where(among ? and(isThis, sql`${idempotencyKeys.id} IN ${among}`) : isThis)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  )
}
