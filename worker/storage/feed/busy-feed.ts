import { eq } from 'drizzle-orm'

import { busyFeeds } from '../../../schema/index.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { SealedPlace } from '../../domain/seal/sealed.ts'
import type { Database, Platform, Statement } from '../../platform.ts'
import { openWords } from '../seal/words.ts'

type Row = typeof busyFeeds.$inferSelect

/** `url` is null where it does not open: its key is gone. */
export type BusyFeed = Omit<Row, 'url'> & { readonly url: string | null }

export async function findBusyFeed(
  platform: Pick<Platform, 'db' | 'open'>,
  personId: PersonId,
): Promise<BusyFeed | null> {
  const [row] = await platform.db.select().from(busyFeeds).where(eq(busyFeeds.personId, personId))
  return row ? { ...row, url: await openWords(platform, placeOf(personId), row.url) } : null
}

/** Whoever has the address reads the calendar: it is sealed. A list, since a promise of a statement would run it. */
export async function putBusyFeed({ db, seal }: Platform, feed: Row): Promise<readonly [Statement]> {
  const sealed = { ...feed, url: await seal(placeOf(feed.personId), feed.url) }
  return [db.insert(busyFeeds).values(sealed).onConflictDoUpdate({ target: busyFeeds.personId, set: sealed })]
}

export function updateBusyFeed(
  db: Database,
  personId: PersonId,
  change: Partial<Omit<Row, 'personId' | 'url'>>,
): Statement {
  return db.update(busyFeeds).set(change).where(eq(busyFeeds.personId, personId))
}

export function deleteBusyFeed(db: Database, personId: PersonId): Statement {
  return db.delete(busyFeeds).where(eq(busyFeeds.personId, personId))
}

function placeOf(id: PersonId): SealedPlace {
  return { table: 'busy_feeds', row: id, column: 'url' }
}
