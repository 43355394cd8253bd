import { timersOfPerson } from '../../domain/clock/timers-of.ts'
import { pack } from '../../domain/feed/packing.ts'
import type { PersonId } from '../../domain/ids.ts'
import { readBusy } from '../../domain/itip/busy.ts'
import { after, before, DAY, type Interval } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { keepTimers, reArmFruitless } from '../../storage/clock/timers.ts'
import { type BusyFeed, findBusyFeed, updateBusyFeed } from '../../storage/feed/busy-feed.ts'
import { findPerson } from '../../storage/people/person.ts'
import { touchDiary } from '../../storage/slot/diary.ts'
import { fetchFeed, type Fetched } from './fetch.ts'

/** A feed is read this many days ahead: nobody books beyond the longest horizon. */
const FEED_DAYS_AHEAD = 380
/** “Not modified” is trusted for this many days. Then the feed is read again, because the window moves on. */
const NOT_MODIFIED_TRUSTED_DAYS = 7
const MAX_PACKED_CHARACTERS = 90_000
/** Its address is sealed with a key that is gone; given again, it is sealed anew. */
const UNOPENABLE: Fetched = { kind: 'failed', problem: 'address-not-opened' }

/** Reads a person’s published calendar again. True if its busy times changed: open decisions must then read again. Null: he publishes none. */
export async function readBusyFeed(platform: Platform, personId: PersonId): Promise<boolean | null> {
  const { db } = platform
  const [feed, person] = await Promise.all([findBusyFeed(platform, personId), findPerson(db, personId)])
  if (!feed || !person) return null

  const now = platform.now()
  const isFresh =
    feed.state === 'known' &&
    feed.readAt !== null &&
    after(feed.readAt, NOT_MODIFIED_TRUSTED_DAYS * DAY) > now
  const fetched = feed.url === null ? UNOPENABLE : await fetchFeed(platform, feed.url, isFresh ? feed : null)
  const window = { start: before(now, DAY), end: after(now, FEED_DAYS_AHEAD * DAY) }
  const change = {
    ...changeOf(fetched, window, person.zone),
    triedAt: now,
    ...(fetched.kind !== 'failed' && { readAt: now }),
  }
  const isNews = isOther(feed, change)
  const since = change.state !== undefined && change.state !== feed.state ? { since: now } : {}
  await inOneBatch(db, [
    updateBusyFeed(db, personId, { ...change, ...since }),
    ...(isNews ? [touchDiary(db, personId), reArmFruitless(db, personId, now)] : []),
    ...keepTimers(db, [
      timersOfPerson({
        person,
        assistsFrom: null,
        managesSince: null,
        leavesAt: null,
        erasesAt: null,
        feed: { ...feed, triedAt: now },
      }),
    ]),
  ])
  return isNews
}

type Change = Partial<Pick<BusyFeed, 'state' | 'problem' | 'busy' | 'etag' | 'lastModified'>>

/** A feed that could not be read is unknown, never free. Its last busy times stay, to compare the next reading with. */
function changeOf(fetched: Fetched, window: Interval, zone: string): Change {
  switch (fetched.kind) {
    case 'same':
      return {}
    case 'failed':
      return { state: 'unknown', problem: fetched.problem.slice(0, 60) }
    case 'text': {
      const { state, busy, problems } = readBusy(fetched.text, window, zone)
      const packed = pack(busy)
      if (state === 'unknown' || packed.length > MAX_PACKED_CHARACTERS)
        return { state: 'unknown', problem: problems[0] ?? 'too-many' }
      const { etag, lastModified } = fetched
      return { state: 'known', problem: null, busy: packed, etag, lastModified }
    }
  }
}

function isOther(feed: BusyFeed, { state = feed.state, busy = feed.busy }: Change): boolean {
  return state !== feed.state || (state === 'known' && busy !== feed.busy)
}
