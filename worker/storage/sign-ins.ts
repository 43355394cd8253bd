import { and, eq, gt, isNull, sql } from 'drizzle-orm'

import { counters, signIns } from '../../schema/index.ts'
import type { PersonId, SignInId } from '../domain/ids.ts'
import type { Instant } from '../domain/time.ts'
import { type Database, hashOf, type Statement } from '../platform.ts'

export type SignIn = Omit<typeof signIns.$inferSelect, 'tokenHash'>

export function insertSignIn(
  db: Database,
  signIn: {
    readonly id: SignInId
    readonly tokenHash: string
    readonly personId: PersonId
    readonly askedAt: Instant
    readonly linkUntil: Instant
    readonly usedAt?: Instant
    readonly untilAt: Instant
  },
): Statement {
  return db.insert(signIns).values(signIn)
}

export async function findSignInByToken(db: Database, token: string): Promise<SignIn | null> {
  const [row] = await db
    .select()
    .from(signIns)
    .where(eq(signIns.tokenHash, await hashOf(token)))
  return row ?? null
}

/** Spends a link once: of two that press the button at the same time, one is signed in. */
export async function spendSignIn(
  db: Database,
  id: SignInId,
  now: Instant,
  untilAt: Instant,
): Promise<boolean> {
  const spent = await db
    .update(signIns)
    .set({ usedAt: now, untilAt })
    .where(and(eq(signIns.id, id), isNull(signIns.usedAt), gt(signIns.linkUntil, now)))
    .returning({ id: signIns.id })
  return spent.length === 1
}

/** A sign-in that still holds: used, not ended, and not older than its days. */
export async function findLiveSignIn(db: Database, id: SignInId, now: Instant): Promise<SignIn | null> {
  const [row] = await db
    .select()
    .from(signIns)
    .where(
      and(
        eq(signIns.id, id),
        gt(signIns.untilAt, now),
        isNull(signIns.endedAt),
        sql`${signIns.usedAt} IS NOT NULL`,
      ),
    )
  return row ?? null
}

export async function endSignIn(db: Database, id: SignInId, now: Instant): Promise<void> {
  await db.update(signIns).set({ endedAt: now }).where(eq(signIns.id, id))
}

/** Counts one more in this window of time and answers how many there are. */
export async function countUp(db: Database, key: string, window: number): Promise<number> {
  const [row] = await db
    .insert(counters)
    .values({ key: await hashOf(key), window, count: 1 })
    .onConflictDoUpdate({
      target: [counters.key, counters.window],
      set: { count: sql`${counters.count} + 1` },
    })
    .returning({ count: counters.count })
  return row?.count ?? 1
}
