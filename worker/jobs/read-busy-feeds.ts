import { readBusyFeed } from '../actions/feed/read.ts'
import type { Platform } from '../platform.ts'
import { listFeedsDue } from '../storage/feed/busy-feed.ts'
import { forEach } from './for-each.ts'

/** Published calendars not read within the hour are read anew. Answers how many said something new. */
export async function readBusyFeeds(platform: Platform): Promise<number> {
  return forEach(platform, await listFeedsDue(platform.db, platform.now()), readBusyFeed)
}
