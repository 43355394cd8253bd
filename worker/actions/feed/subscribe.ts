import type { PersonId } from '../../domain/ids.ts'
import { hashOf, type Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { deleteFeed, putFeed } from '../../storage/feed/feed.ts'

/**
 * A new calendar address for a person, let in by one of his mail addresses, by default the one that all his programmes
 * share. The old one stops working.
 */
export async function subscribe(
  platform: Platform,
  personId: PersonId,
  address: string | null = null,
): Promise<void> {
  const { db, newId, tokenOf, now } = platform
  const linkId = newId('lnk')
  const tokenHash = await hashOf(await tokenOf(linkId))
  await inOneBatch(db, [putFeed(db, { personId, linkId, tokenHash, address, madeAt: now() })])
}

export async function unsubscribe({ db }: Platform, personId: PersonId): Promise<void> {
  await inOneBatch(db, [deleteFeed(db, personId)])
}
