import { eq } from 'drizzle-orm'

import { idempotencyKeys } from '../../schema/index.ts'
import type { SessionId } from '../domain/ids.ts'
import type { Instant } from '../domain/time/time.ts'
import { type Database, hashOf, type Statement } from '../platform.ts'

/** A client's own id for what it makes, with what it asked for: repeating it is safe. */
export type IdempotencyKey = { readonly id: string; readonly fingerprint: string }

/** What was asked under a client's id: keys sorted, so that the order of a JSON body says nothing. */
export async function idempotencyKeyOf(id: string, content: unknown): Promise<IdempotencyKey> {
  return { id, fingerprint: await hashOf(canonical(content)) }
}

/** `same`: answer as before, with the session it led to; `other`: the id stands for something else. */
export type EarlierUse =
  | { readonly kind: 'new' }
  | { readonly kind: 'same'; readonly made: SessionId | null }
  | { readonly kind: 'other' }

/** The same alone, for what reads nothing else in one call. */
export async function findEarlierUse(
  db: Database,
  key: IdempotencyKey,
): Promise<{ readonly earlier: EarlierUse }> {
  return { earlier: toEarlierUse(await selectIdempotencyKey(db, key), key) }
}

/** Within another reading; without a key it finds nothing. */
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
  return row.fingerprint === key.fingerprint ? { kind: 'same', made: row.made } : { kind: 'other' }
}

export function insertIdempotencyKey(
  db: Database,
  key: IdempotencyKey,
  made: SessionId | null,
  madeAt: Instant,
): Statement {
  return db.insert(idempotencyKeys).values({ ...key, made, madeAt })
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  )
}
