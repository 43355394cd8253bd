import { eq, type SQL, sql } from 'drizzle-orm'

import { busyFeeds } from '../../../schema/index.ts'
import type { PersonId } from '../../domain/ids.ts'
import { before, type Instant, MINUTE } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { listIds } from '../clock/work.ts'

export type BusyFeed = typeof busyFeeds.$inferSelect

/** Shorter than an hour, because an hourly cron can start early. */
const FETCH_INTERVAL_MS = 55 * MINUTE
/** One tick takes this many feeds; the next tick takes the rest. */
const FEEDS_PER_TICK = 20

export async function findBusyFeed(db: Database, personId: PersonId): Promise<BusyFeed | null> {
  const [row] = await db.select().from(busyFeeds).where(eq(busyFeeds.personId, personId))
  return row ?? null
}

/** Feeds that were not tried within the hour, the longest waiting first. */
export function listFeedsDue(db: Database, now: Instant): Promise<readonly PersonId[]> {
  return listIds(db, feedsDue(now))
}

export function feedsDue(now: Instant): SQL {
  return sql`
    SELECT person_id AS id FROM busy_feeds WHERE tried_at IS NULL OR tried_at <= ${before(now, FETCH_INTERVAL_MS)}
    ORDER BY tried_at NULLS FIRST LIMIT ${FEEDS_PER_TICK}`
}

export function putBusyFeed(db: Database, feed: BusyFeed): Statement {
  return db.insert(busyFeeds).values(feed).onConflictDoUpdate({ target: busyFeeds.personId, set: feed })
}

export function updateBusyFeed(
  db: Database,
  personId: PersonId,
  change: Partial<Omit<BusyFeed, 'personId'>>,
): Statement {
  return db.update(busyFeeds).set(change).where(eq(busyFeeds.personId, personId))
}

export function deleteBusyFeed(db: Database, personId: PersonId): Statement {
  return db.delete(busyFeeds).where(eq(busyFeeds.personId, personId))
}
