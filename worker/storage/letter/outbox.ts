import { and, eq, inArray, lte, or, isNull, type SQL, sql } from 'drizzle-orm'

import { outbox } from '../../../schema/index.ts'
import type { Outgoing } from '../../domain/decision.ts'
import type { LetterId } from '../../domain/ids.ts'
import type { Letter } from '../../domain/letter/letter.ts'
import { after, type Instant, MINUTE } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'

export type Due = { readonly id: LetterId; readonly letter: Letter; readonly attempts: number }

/** How long one deliverer has a letter to himself. */
export const LEASE_MS = 2 * MINUTE

/** Letters that a deliverer could take now. */
export function lettersDue(now: Instant): SQL {
  return sql`
    SELECT 1 FROM outbox WHERE state = 'waiting' AND due_at <= ${now} AND (lease_until IS NULL OR lease_until <= ${now})`
}

/** Takes letters that are due, at most `count`, so that no other deliverer takes them meanwhile. */
export async function leaseDue(db: Database, now: Instant, count: number): Promise<readonly Due[]> {
  const isFree = or(isNull(outbox.leaseUntil), lte(outbox.leaseUntil, now))
  const due = db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(sql`${outbox.state} = 'waiting'`, lte(outbox.dueAt, now), isFree))
    .orderBy(outbox.dueAt)
    .limit(count)
  return db
    .update(outbox)
    .set({ leaseUntil: after(now, LEASE_MS), attempts: sql`${outbox.attempts} + 1` })
    .where(and(inArray(outbox.id, due), eq(outbox.state, 'waiting'), isFree))
    .returning({ id: outbox.id, letter: outbox.letter, attempts: outbox.attempts })
}

export async function markSent(db: Database, id: LetterId, now: Instant, providerId: string): Promise<void> {
  await db
    .update(outbox)
    .set({ state: 'sent', sentAt: now, leaseUntil: null, providerId, error: null })
    .where(eq(outbox.id, id))
}

export async function markRetry(db: Database, id: LetterId, dueAt: Instant, error: string): Promise<void> {
  await db.update(outbox).set({ dueAt, leaseUntil: null, error }).where(eq(outbox.id, id))
}

export async function markFailed(db: Database, id: LetterId, error: string): Promise<void> {
  await db.update(outbox).set({ state: 'failed', leaseUntil: null, error }).where(eq(outbox.id, id))
}

/** Not sent, and not tried again: nothing may go to this address. */
export async function markStopped(db: Database, id: LetterId, error: string): Promise<void> {
  await db.update(outbox).set({ state: 'stopped', leaseUntil: null, error }).where(eq(outbox.id, id))
}

/** One dedupe key, one letter: the same decision again finds its letter there. */
export function insertLetter(db: Database, { dedupeKey, letter, dueAt }: Outgoing, now: Instant): Statement {
  return db
    .insert(outbox)
    .values({
      id: letter.id,
      dedupeKey,
      personId: letter.reader.personId,
      sessionId: 'sessionId' in letter ? letter.sessionId : null,
      letter,
      state: 'waiting',
      dueAt,
      createdAt: now,
    })
    .onConflictDoNothing({ target: outbox.dedupeKey })
}

/** Those of these dedupe keys whose letters were written already. */
export async function listWritten(db: Database, dedupeKeys: readonly string[]): Promise<readonly string[]> {
  if (dedupeKeys.length === 0) return []
  const rows = await db
    .select({ dedupeKey: outbox.dedupeKey })
    .from(outbox)
    .where(sql`${outbox.dedupeKey} IN (SELECT value FROM json_each(${JSON.stringify(dedupeKeys)}))`)
  return rows.map(({ dedupeKey }) => dedupeKey)
}

/** Whether the letter of this dedupe key was written already. */
export async function isWritten(db: Database, dedupeKey: string): Promise<boolean> {
  return (await listWritten(db, [dedupeKey])).length > 0
}

/** How many letters somebody is delivering. */
export async function countLeased(db: Database): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(outbox)
    .where(and(sql`${outbox.state} = 'waiting'`, sql`${outbox.leaseUntil} IS NOT NULL`))
  return row?.count ?? 0
}

/** For a start with nobody else about: whoever held a lease is gone. */
export async function releaseLeases(db: Database): Promise<void> {
  await db
    .update(outbox)
    .set({ leaseUntil: null })
    .where(sql`${outbox.state} = 'waiting' AND ${outbox.leaseUntil} IS NOT NULL`)
}
