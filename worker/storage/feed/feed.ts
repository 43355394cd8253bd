import { eq } from 'drizzle-orm'

import { feeds } from '../../../schema/index.ts'
import type { LinkId, PersonId } from '../../domain/ids.ts'
import { type Database, hashOf, type Statement } from '../../platform.ts'
import { emailOf } from '../sign-in/sign-in.ts'

/** The owner of the feed that this token opens, and the address of whoever subscribed. */
export async function findFeedOwner(
  db: Database,
  token: string,
): Promise<{ readonly personId: PersonId; readonly address: string | null } | null> {
  const [row] = await db
    .select({ personId: feeds.personId, address: feeds.address })
    .from(feeds)
    .where(eq(feeds.tokenHash, await hashOf(token)))
  return row ?? null
}

/** The feed that a person subscribed to. */
export async function findFeed(
  db: Database,
  personId: PersonId,
): Promise<{ readonly linkId: LinkId; readonly address: string | null } | null> {
  const [row] = await db
    .select({ linkId: feeds.linkId, address: feeds.address })
    .from(feeds)
    .where(eq(feeds.personId, personId))
  return row ?? null
}

/** A new address; the old one stops working. */
export function putFeed(db: Database, { address, ...feed }: typeof feeds.$inferInsert): Statement {
  const row = { ...feed, address: address ?? emailOf(feed.personId) }
  return db.insert(feeds).values(row).onConflictDoUpdate({ target: feeds.personId, set: row })
}

export function deleteFeed(db: Database, personId: PersonId): Statement {
  return db.delete(feeds).where(eq(feeds.personId, personId))
}
