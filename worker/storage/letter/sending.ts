import { eq, sql } from 'drizzle-orm'

import { outbox, sending } from '../../../schema/index.ts'
import { type Sending, SENDING_WORKS } from '../../domain/letter/breaker.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'

/** Whether our sending works, and its last failure. */
export async function readSending(db: Database): Promise<Sending> {
  const [row] = await selectSending(db)
  return row ?? SENDING_WORKS
}

/** The query, for a batch. */
export function selectSending(db: Database) {
  const { id: _, ...columns } = {
    id: sending.id,
    stoppedAt: sending.stoppedAt,
    failures: sending.failures,
    tries: sending.tries,
    nextTryAt: sending.nextTryAt,
    error: sending.error,
    errorAt: sending.errorAt,
    refusedAs: sending.refusedAs,
    refusedReaders: sending.refusedReaders,
  }
  return db.select(columns).from(sending).where(eq(sending.id, 1))
}

export function putSending(db: Database, state: Sending): Statement {
  return db
    .insert(sending)
    .values({ id: 1, ...state })
    .onConflictDoUpdate({ target: sending.id, set: state })
}

/** Takes the turn to try one letter by itself; false if another deliverer was faster. */
export async function takeProbe(db: Database, seen: Sending, next: Sending): Promise<boolean> {
  const rows = await db
    .update(sending)
    .set(next)
    .where(
      sql`${sending.id} = 1 AND ${sending.stoppedAt} IS NOT NULL AND ${sending.nextTryAt} IS ${seen.nextTryAt}`,
    )
    .returning({ id: sending.id })
  return rows.length > 0
}

/** Lets the next run try a letter, where our sending is stopped. */
export function probeNow(db: Database, now: Instant): Statement {
  return db
    .update(sending)
    .set({ nextTryAt: now })
    .where(sql`${sending.id} = 1 AND ${sending.stoppedAt} IS NOT NULL`)
}

/** What was refused with this code turns out to be a failure of our sending: it waits with the others, and leaves with them. */
export function holdBackAlike(db: Database, code: string): Statement {
  return db
    .update(outbox)
    .set({ fault: 'sending' })
    .where(
      sql`${outbox.state} = 'waiting' AND ${outbox.fault} IN ('letter', 'moment') AND ${outbox.error} = ${code}`,
    )
}

/** Brings forward what waits for its next try because our sending failed. */
export function releaseHeldBack(db: Database, now: Instant): Statement {
  return db
    .update(outbox)
    .set({ dueAt: now })
    .where(sql`${outbox.state} = 'waiting' AND ${outbox.fault} = 'sending' AND ${outbox.dueAt} > ${now}`)
}
