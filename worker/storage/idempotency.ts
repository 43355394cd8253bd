import { eq } from 'drizzle-orm'

import { idempotencyKeys } from '../../schema/index.ts'
import type { SessionId } from '../domain/ids.ts'
import type { Instant } from '../domain/time/time.ts'
import { type Database, hashOf, type Statement } from '../platform.ts'
import type { IdempotencyKey } from './commit.ts'

/** What was asked under a client's id: keys sorted, so that the order of a JSON body says nothing. */
export async function idempotencyKeyOf(id: string, content: unknown): Promise<IdempotencyKey> {
  return { id, fingerprint: await hashOf(canonical(content)) }
}

/** `same`: answer as before, with the session it led to; `other`: the id stands for something else. */
export type EarlierUse =
  | { readonly kind: 'new' }
  | { readonly kind: 'same'; readonly made: SessionId | null }
  | { readonly kind: 'other' }

export async function findIdempotencyKey(
  db: Database,
  { id, fingerprint }: IdempotencyKey,
): Promise<EarlierUse> {
  const [row] = await db.select().from(idempotencyKeys).where(eq(idempotencyKeys.id, id))
  if (!row) return { kind: 'new' }
  return row.fingerprint === fingerprint ? { kind: 'same', made: row.made } : { kind: 'other' }
}

export function insertIdempotencyKey(db: Database, request: IdempotencyKey, madeAt: Instant): Statement {
  return db.insert(idempotencyKeys).values({ ...request, madeAt })
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  )
}
