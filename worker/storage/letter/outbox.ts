import { and, eq, inArray, lte, or, isNull, type SQL, sql } from 'drizzle-orm'

import { outbox } from '../../../schema/index.ts'
import type { Outgoing } from '../../domain/decision.ts'
import type { LetterId } from '../../domain/ids.ts'
import type { Letter } from '../../domain/letter/letter.ts'
import { after, type Instant, MINUTE } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'

export type Due = { readonly id: LetterId; readonly letter: Letter; readonly attempts: number }

/** How long a letter belongs to one deliverer. */
export const LEASE_MS = 2 * MINUTE

/** Letters that are due and not leased. */
export function lettersDue(now: Instant): SQL {
  return sql`
    SELECT 1 FROM outbox WHERE state = 'waiting' AND due_at <= ${now} AND (lease_until IS NULL OR lease_until <= ${now})`
}

/** Whether a letter is due and not leased: one row, for a batch. */
export function selectLettersDue(db: Database, now: Instant) {
  return db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        sql`${outbox.state} = 'waiting'`,
        lte(outbox.dueAt, now),
        or(isNull(outbox.leaseUntil), lte(outbox.leaseUntil, now)),
      ),
    )
    .limit(1)
}

/** Leases at most `count` due letters, so that no other deliverer takes them. */
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

/** Marks a letter that is not sent and not tried again: its address is suppressed. */
export async function markStopped(db: Database, id: LetterId, error: string): Promise<void> {
  await db.update(outbox).set({ state: 'stopped', leaseUntil: null, error }).where(eq(outbox.id, id))
}

/** One letter for each dedupe key: repeating a decision writes no second one. */
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

/** The dedupe keys among these that have a letter. */
export async function listWritten(db: Database, dedupeKeys: readonly string[]): Promise<readonly string[]> {
  if (dedupeKeys.length === 0) return []
  const rows = await db
    .select({ dedupeKey: outbox.dedupeKey })
    .from(outbox)
    .where(sql`${outbox.dedupeKey} IN (SELECT value FROM json_each(${JSON.stringify(dedupeKeys)}))`)
  return rows.map(({ dedupeKey }) => dedupeKey)
}

/** Whether a letter with this dedupe key exists. */
export async function isWritten(db: Database, dedupeKey: string): Promise<boolean> {
  return (await listWritten(db, [dedupeKey])).length > 0
}

/** The number of leased letters. */
export async function countLeased(db: Database): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(outbox)
    .where(and(sql`${outbox.state} = 'waiting'`, sql`${outbox.leaseUntil} IS NOT NULL`))
  return row?.count ?? 0
}

/** Frees all leases. Only for a start with no other process: the holders of the leases no longer run. */
export async function releaseLeases(db: Database): Promise<void> {
  await db
    .update(outbox)
    .set({ leaseUntil: null })
    .where(sql`${outbox.state} = 'waiting' AND ${outbox.leaseUntil} IS NOT NULL`)
}
