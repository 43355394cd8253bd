import { and, count, eq, gt, lte, sql } from 'drizzle-orm'

import { busyFeeds, outbox, ticks, timers } from '../../../schema/index.ts'
import type { Health } from '../../domain/clock/health.ts'
import { RUNS } from '../../domain/clock/runs.ts'
import { FROM_THE_START } from '../../domain/clock/timers-of.ts'
import { ADDRESS_RESTS } from '../../domain/letter/suppression.ts'
import { before, type Instant, MINUTE } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { selectChecked } from '../fsck/checked.ts'
import { selectRestoredAt } from '../letter/restored.ts'
import { selectSending } from '../letter/sending.ts'
import { selectLastSeal } from '../people/access-seal.ts'
import { selectTicks } from './ticks.ts'
import { selectFailing } from './timers.ts'

const OVERDUE_AFTER_MS = 10 * MINUTE

/** When the tick of each minute ran last; the question of whoever watches. Throws if the database does not answer. */
export async function findLastTick(db: Database): Promise<Instant | null> {
  const [row] = await db.select({ at: ticks.at }).from(ticks).where(eq(ticks.cron, RUNS.minutely))
  return row?.at ?? null
}

/** All that the operator sees, in one call. */
export async function readHealth(db: Database, now: Instant): Promise<Health> {
  // Late is what is due, and what was tried and comes again; not what waits for the morning, or for an address to rest.
  const isLate = sql`${outbox.state} = 'waiting'
    AND (${outbox.dueAt} <= ${now} OR (${outbox.attempts} > 0 AND ${outbox.error} IS NOT ${ADDRESS_RESTS}))`
  // The plus keeps the index of what waits: by the order of all letters it would read those that went, too.
  const lastError = sql`SELECT error FROM (
    SELECT * FROM (SELECT error, created_at FROM outbox WHERE state = 'waiting' AND error IS NOT NULL
      ORDER BY +created_at DESC LIMIT 1)
    UNION ALL
    SELECT * FROM (SELECT error, created_at FROM outbox WHERE state = 'failed' ORDER BY created_at DESC LIMIT 1))
    ORDER BY created_at DESC LIMIT 1`
  const [tickRows, [letters], [sending], [overdue], failing, [feeds], [checked], [restored], [sealed]] =
    await db.batch([
      selectTicks(db),
      db
        .select({
          waiting: count(),
          oldestAt: sql<Instant | null>`min(${outbox.createdAt})`,
          lastErrorCode: sql<string | null>`(${lastError})`,
        })
        .from(outbox)
        .where(isLate),
      selectSending(db),
      db
        .select({ count: count() })
        .from(timers)
        // What has no hour of its own is due with the next tick, and has one from the first try on.
        .where(and(gt(timers.dueAt, FROM_THE_START), lte(timers.dueAt, before(now, OVERDUE_AFTER_MS)))),
      selectFailing(db),
      db.select({ count: count() }).from(busyFeeds).where(eq(busyFeeds.state, 'unknown')),
      selectChecked(db),
      selectRestoredAt(db),
      selectLastSeal(db),
    ])
  return {
    ticks: tickRows,
    outbox: {
      waiting: letters?.waiting ?? 0,
      oldestAt: letters?.oldestAt ?? null,
      lastErrorCode: letters?.lastErrorCode ?? null,
    },
    sending: {
      stoppedAt: sending?.stoppedAt ?? null,
      error: sending?.error ?? null,
      errorAt: sending?.errorAt ?? null,
    },
    restoredAt: restored?.at ?? null,
    timers: { overdue: overdue?.count ?? 0, failing },
    feedsFailing: feeds?.count ?? 0,
    checked: checked ?? null,
    sealed: sealed ?? null,
  }
}
