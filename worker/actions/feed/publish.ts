import { timersOfPerson } from '../../domain/clock/timers-of.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { OutgoingFault } from '../../domain/outgoing-url.ts'
import { accept, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { keepTimers, reArm } from '../../storage/clock/timers.ts'
import { deleteBusyFeed, putBusyFeed } from '../../storage/feed/busy-feed.ts'
import { touchDiary } from '../../storage/slot/diary.ts'
import { readFeedAddress } from './address.ts'
import { readBusyFeed } from './read.ts'

/**
 * Stores the address of a person’s calendar and reads it at once: until then no time of it counts as free. An empty
 * address removes it. `assistantId`: who gives it for an executive.
 */
export async function publishCalendar(
  platform: Platform,
  personId: PersonId,
  address: string,
  assistantId: PersonId | null = null,
): Promise<Result<null, OutgoingFault>> {
  const { db } = platform
  if (address.trim() === '') {
    await inOneBatch(db, [
      deleteBusyFeed(db, personId),
      touchDiary(db, personId),
      reArm(db, [personId], platform.now()),
    ])
    return accept(null)
  }
  const url = readFeedAddress(address, new URL(platform.settings.origin).hostname)
  if (!url.ok) return url

  const nothing = { problem: null, busy: '', triedAt: null, readAt: null, etag: null, lastModified: null }
  const given = { personId, url: url.value.href, assistantId }
  const feed = { ...given, state: 'unknown', since: platform.now(), ...nothing } as const
  await inOneBatch(db, [
    ...(await putBusyFeed(platform, feed)),
    touchDiary(db, personId),
    ...keepTimers(db, [
      timersOfPerson({
        person: { id: personId },
        assistsFrom: null,
        managesSince: null,
        leavesAt: null,
        erasesAt: null,
        feed,
      }),
    ]),
  ])
  await readBusyFeed(platform, personId)
  return accept(null)
}
