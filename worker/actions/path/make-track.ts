import type { By } from '../../domain/decision.ts'
import { decideTrack, trackAfter, type TrackWish } from '../../domain/path/make-track.ts'
import type { Track } from '../../domain/path/track.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findEarlierUse } from '../../storage/idempotency.ts'
import { listAllFormats } from '../../storage/path/format.ts'
import { findTrack, listAllTracks } from '../../storage/path/track.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import { createIdempotently, withValue } from '../write.ts'

/** Adds a track at the end of a programme's list. */
export async function makeTrack(
  platform: Platform,
  wish: TrackWish,
  by: By,
): Promise<Result<Track, Refusal>> {
  const { db, now } = platform
  return createIdempotently(platform, wish, {
    read: (key) => findEarlierUse(db, key),
    findExisting: () => findTrack(db, wish.id),
    decide: async () => {
      const [programme, formats, list] = await Promise.all([
        findProgramme(db, wish.programmeId),
        listAllFormats(db, wish.programmeId),
        listAllTracks(db, wish.programmeId),
      ])
      if (!programme) return refuse({ reason: 'not-found' })
      const reading = { programme, formats, list }
      return withValue(decideTrack(reading, wish, { at: now(), by }), (decision) =>
        trackAfter(decision, wish.id),
      )
    },
  })
}
