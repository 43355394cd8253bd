import { eq, sql } from 'drizzle-orm'

import { ticks } from '../../../schema/index.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'

/** Notes that a cron runs: the only row that an idle minute writes. */
export function noteTick(db: Database, cron: string, at: Instant): Statement {
  return db
    .insert(ticks)
    .values({ cron, at })
    .onConflictDoUpdate({ target: ticks.cron, set: { at, failed: sql`'[]'` } })
}

export async function noteFailedJobs(db: Database, cron: string, failed: readonly string[]): Promise<void> {
  await db.update(ticks).set({ failed }).where(eq(ticks.cron, cron))
}

export function selectTicks(db: Database) {
  return db.select().from(ticks).orderBy(ticks.cron)
}
