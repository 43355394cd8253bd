import type { By } from '../../domain/decision.ts'
import type { TrackId } from '../../domain/ids.ts'
import { decideTrackChange, type TrackChange } from '../../domain/path/change-track.ts'
import { trackAfter } from '../../domain/path/make-track.ts'
import type { Track } from '../../domain/path/track.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { listAllFormats } from '../../storage/path/format.ts'
import { findTrack, listAllTracks } from '../../storage/path/track.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import type { Expected } from '../expected.ts'
import { decideAndCommit, withValue } from '../write.ts'

/** Changes a track, archives it, or restores it. A change that merges is a function. */
export async function changeTrack(
  platform: Platform,
  id: TrackId,
  change: TrackChange | ((before: Track) => TrackChange),
  by: By,
  expected: Expected<Track> = () => true,
): Promise<Result<Track, Refusal>> {
  const { db, now } = platform
  return decideAndCommit(platform, async () => {
    const programmeId = (await findTrack(db, id))?.programmeId
    // Before its tracks: the version that guards the write must not be newer than the rest of the reading.
    const programme = programmeId ? await findProgramme(db, programmeId) : null
    if (!programme) return refuse({ reason: 'not-found' })
    const [before, formats, list] = await Promise.all([
      findTrack(db, id),
      listAllFormats(db, programme.id),
      listAllTracks(db, programme.id),
    ])
    if (!before) return refuse({ reason: 'not-found' })
    if (!(await expected(before))) return refuse({ reason: 'precondition-failed' })
    const asked = typeof change === 'function' ? change(before) : change
    return withValue(
      decideTrackChange({ programme, formats, list }, before, asked, { at: now(), by }),
      (decision) => trackAfter(decision, id) ?? before,
    )
  })
}
