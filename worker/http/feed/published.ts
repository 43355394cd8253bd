import type { Published } from '../../../web/parts/published-calendar.tsx'
import type { PersonId } from '../../domain/ids.ts'
import type { Platform } from '../../platform.ts'
import { findBusyFeed } from '../../storage/feed/busy-feed.ts'

/** How the calendar stands that a person publishes: its host, never its address. */
export async function publishedOf(platform: Platform, id: PersonId): Promise<Published> {
  const feed = await findBusyFeed(platform, id)
  if (!feed) return { isGiven: false, host: null, state: 'unknown', at: platform.now(), problem: null }
  const { state, since, readAt, problem } = feed
  return {
    isGiven: true,
    host: feed.url === null ? null : new URL(feed.url).hostname,
    state,
    at: state === 'known' ? (readAt ?? since) : since,
    problem,
  }
}
