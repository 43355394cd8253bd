import { and, eq, type SQL, sql } from 'drizzle-orm'

import { outbox } from '../../../schema/index.ts'
import type { LetterId } from '../../domain/ids.ts'
import type { Fault } from '../../domain/letter/mail-port.ts'
import { ADDRESS_RESTS } from '../../domain/letter/suppression.ts'
import type { ThreadRow } from '../../domain/letter/thread.ts'
import type { Outcome } from '../../domain/letter/try.ts'
import { after, type Instant, MINUTE } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { lookAfterLetter } from '../clock/timers.ts'
import { tellUndelivered } from '../webhook/message.ts'
import { isAsRead, LEASE_MS, raiseHanded, type Thread } from './lease.ts'

/**
 * After a try of unknown fate its mail may still be on its way: for so long no other letter of the thread leaves. Such a
 * row has an end of a lease and nobody's name.
 */
const SETTLING_MS = MINUTE

/**
 * Before each try: the letter may be had from now on, and the lease runs anew. False if the letter is no longer this
 * deliverer's, or another letter of its thread was written meanwhile. `marks` of the letter before go along.
 */
export async function beginTry(
  db: Database,
  { id, thread }: { readonly id: LetterId; readonly thread: Thread },
  {
    lease,
    now,
    marks,
  }: { readonly lease: string; readonly now: Instant; readonly marks: readonly Statement[] },
): Promise<boolean> {
  const begin = db
    .update(outbox)
    .set({ mayBeHad: true, attempts: sql`${outbox.attempts} + 1`, leaseUntil: after(now, LEASE_MS) })
    .where(and(eq(outbox.id, id), isMine(lease), isAsRead(thread, { lease, now })))
    .returning({ id: outbox.id })
  const [rows] = await db.batch([begin, ...marks])
  return rows.length > 0
}

/** What becomes of a letter after a try; nothing if another deliverer has taken it over. */
export function markTried(
  db: Database,
  { id, letter, mayBeHad }: ThreadRow,
  {
    lease,
    now,
    outcome,
    providerId,
    fault,
    left,
  }: {
    readonly lease: string
    readonly now: Instant
    readonly outcome: Outcome
    readonly providerId: string | null
    readonly fault: Fault | null
    /** Whether the mail may have left in this try. */
    readonly left: boolean
  },
): readonly Statement[] {
  const { state } = outcome
  const retry =
    outcome.state === 'waiting'
      ? { dueAt: outcome.dueAt, ...(!outcome.counts && { attempts: sql`max(${outbox.attempts} - 1, 0)` }) }
      : {}
  const mark = db
    .update(outbox)
    .set({
      state,
      ...retry,
      ...(outcome.state === 'sent' ? { sentAt: now, error: null } : { error: outcome.error }),
      ...(providerId !== null && { providerId }),
      fault,
      mayBeHad: mayBeHad || left,
      lease: null,
      leaseUntil: left && state === 'waiting' ? after(now, SETTLING_MS) : null,
    })
    .where(and(eq(outbox.id, id), isMine(lease)))
  const looks = state === 'failed' || state === 'stopped' ? undelivered(db, id, now) : []
  return left ? [mark, ...raiseHanded(db, letter), ...looks] : [mark, ...looks]
}

/** A letter that is not tried, since its address takes no mail. */
export function markStopped(
  db: Database,
  id: LetterId,
  { lease, now, error }: { readonly lease: string; readonly now: Instant; readonly error: string },
): readonly Statement[] {
  const mark = db
    .update(outbox)
    .set({ state: 'stopped', lease: null, leaseUntil: null, error })
    .where(and(eq(outbox.id, id), isMine(lease)))
  return [mark, ...undelivered(db, id, now)]
}

/** Today shows it, and webhooks are told. */
function undelivered(db: Database, id: LetterId, now: Instant): readonly Statement[] {
  return [lookAfterLetter(db, id, now), tellUndelivered(db, id, now)]
}

/** A letter whose address rests: it is asked again when that has ended. */
export function markResting(db: Database, id: LetterId, lease: string, until: Instant): Statement {
  return db
    .update(outbox)
    .set({ dueAt: until, lease: null, leaseUntil: null, error: ADDRESS_RESTS })
    .where(and(eq(outbox.id, id), isMine(lease)))
}

/** Gives back what was leased and not tried. */
export function freeLeases(db: Database, lease: string): Statement {
  return db.update(outbox).set({ lease: null, leaseUntil: null }).where(isMine(lease))
}

function isMine(lease: string): SQL {
  return sql`${outbox.state} = 'waiting' AND ${outbox.lease} = ${lease}`
}
