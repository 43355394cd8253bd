import { eq } from 'drizzle-orm'

import { busyFeeds } from '../../../schema/index.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { Database, Statement } from '../../platform.ts'

export type BusyFeed = typeof busyFeeds.$inferSelect

export async function findBusyFeed(db: Database, personId: PersonId): Promise<BusyFeed | null> {
  const [row] = await db.select().from(busyFeeds).where(eq(busyFeeds.personId, personId))
  return row ?? null
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
