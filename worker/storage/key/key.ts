import { and, desc, eq, gt, isNull, ne, or, type SQL, sql } from 'drizzle-orm'

import { apiKeys } from '../../../schema/index.ts'
import type { KeyId, PersonId } from '../../domain/ids.ts'
import type { Key } from '../../domain/key/key.ts'
import { dayInUtc } from '../../domain/programme/close.ts'
import type { Instant } from '../../domain/time/time.ts'
import { type Database, hashOf, type Statement } from '../../platform.ts'
import { type Account, accountIn, selectAccount } from '../sign-in/sign-in.ts'

const KEY = {
  id: apiKeys.id,
  name: apiKeys.name,
  access: apiKeys.access,
  programmes: apiKeys.programmes,
  personId: apiKeys.personId,
  address: apiKeys.address,
  madeAt: apiKeys.madeAt,
  endsAt: apiKeys.endsAt,
  endedAt: apiKeys.endedAt,
  usedOn: apiKeys.usedOn,
}

export function insertKey(db: Database, key: Key, tokenHash: string): Statement {
  return db.insert(apiKeys).values({ ...key, tokenHash })
}

export async function findKey(db: Database, id: KeyId): Promise<Key | null> {
  const [row] = await db.select(KEY).from(apiKeys).where(eq(apiKeys.id, id))
  return row ?? null
}

/** Newest first; those that have ended too, as long as they are kept. */
export async function listKeys(db: Database, personId: PersonId): Promise<readonly Key[]> {
  return db
    .select(KEY)
    .from(apiKeys)
    .where(eq(apiKeys.personId, personId))
    .orderBy(desc(apiKeys.madeAt), desc(apiKeys.id))
}

/** At once; again, it stays ended as it was. */
export function endKey(db: Database, id: KeyId, at: Instant): Statement {
  return db
    .update(apiKeys)
    .set({ endedAt: at })
    .where(and(eq(apiKeys.id, id), isNull(apiKeys.endedAt)))
}

/**
 * The key of this token with its maker as she is now, in one call; null if it is nobody's, ended or over, or its maker's no
 * longer. Notes the day of its use.
 */
export async function findKeyHolder(
  db: Database,
  token: string,
  now: Instant,
): Promise<{ readonly key: Key; readonly account: Account } | null> {
  const tokenHash = await hashOf(token)
  const isOpen = and(eq(apiKeys.tokenHash, tokenHash), isNull(apiKeys.endedAt), gt(apiKeys.endsAt, now))
  const holder = db.select({ id: apiKeys.personId }).from(apiKeys).where(isOpen)
  const [[key], ...found] = await db.batch([
    db.select(KEY).from(apiKeys).where(isOpen),
    ...selectAccount(db, holder, now),
  ])
  if (!key) return null
  const account = accountIn(found, { purpose: 'key', address: key.address, since: key.madeAt })
  if (!account) return null
  const today = dayInUtc(now)
  if (key.usedOn !== today)
    await db
      .update(apiKeys)
      .set({ usedOn: today })
      .where(and(eq(apiKeys.id, key.id), or(isNull(apiKeys.usedOn), ne(apiKeys.usedOn, today))))
  return { key, account }
}

/** Those that ended before this moment. A slice. */
export function dropOldKeys(before: Instant, limit: number): SQL {
  return sql`DELETE FROM api_keys WHERE id IN (
    SELECT id FROM api_keys WHERE min(ends_at, coalesce(ended_at, ends_at)) <= ${before} LIMIT ${limit})`
}
