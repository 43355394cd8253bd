import type { PersonId } from '../../domain/ids.ts'
import { hashOf, type Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { deleteFeed, putFeed } from '../../storage/feed/feed.ts'

/** A new calendar address for a person. The old address stops working. */
export async function subscribe(platform: Platform, personId: PersonId): Promise<void> {
  const { db, newId, tokenOf, now } = platform
  const linkId = newId('lnk')
  const tokenHash = await hashOf(await tokenOf(linkId))
  await inOneBatch(db, [putFeed(db, { personId, linkId, tokenHash, madeAt: now() })])
}

export async function unsubscribe({ db }: Platform, personId: PersonId): Promise<void> {
  await inOneBatch(db, [deleteFeed(db, personId)])
}
