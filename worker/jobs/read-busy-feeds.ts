import { readBusyFeed } from '../actions/feed/read.ts'
import type { Platform } from '../platform.ts'
import { listFeedsDue } from '../storage/feed/busy-feed.ts'
import { forEach } from './for-each.ts'

/** Reads the busy feeds that were not read within the hour. Returns how many have changed. */
export async function readBusyFeeds(platform: Platform): Promise<number> {
  return forEach(platform, await listFeedsDue(platform.db, platform.now()), readBusyFeed)
}
