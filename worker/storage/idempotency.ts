import { and, eq, type SQLWrapper, sql } from 'drizzle-orm'

import { idempotencyKeys } from '../../schema/index.ts'
import type { SessionId } from '../domain/ids.ts'
import type { Instant } from '../domain/time/time.ts'
import { type Database, hashOf, type Platform, type Statement } from '../platform.ts'

/**
 * The id a client made, with a hash of the request: repeating it is safe. `knownAs`: what the same request may stand as,
 * made by an older value of `SECRET` or by an earlier release.
 */
export type IdempotencyKey = {
  readonly id: string
  readonly fingerprint: string
  readonly knownAs: readonly string[]
}

/**
 * The key of a request. The fields of its JSON are sorted, so their order does not matter. The hash is by `SECRET`: what
 * is asked is a time, a pairing and a reason, which whoever has the database could guess and try. Once a value of
 * `SECRET` is gone, a request of its time is another one: its id is taken.
 */
export async function idempotencyKeyOf(
  { signatures }: Pick<Platform, 'signatures'>,
  id: string,
  content: unknown,
): Promise<IdempotencyKey> {
  const text = canonical(content)
  const [fingerprint = '', ...older] = await signatures(`request:${id}:${text}`)
  return { id, fingerprint, knownAs: [fingerprint, ...older, await hashOf(text)] }
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
  return key.knownAs.includes(row.fingerprint) ? { kind: 'same', sessionId: row.made } : { kind: 'other' }
}

export function insertIdempotencyKey(
  db: Database,
  { id, fingerprint }: IdempotencyKey,
  made: SessionId | null,
  madeAt: Instant,
): Statement {
  return db.insert(idempotencyKeys).values({ id, fingerprint, made, madeAt })
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
