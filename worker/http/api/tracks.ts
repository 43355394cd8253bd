import { changeTrack } from '../../actions/path/change-track.ts'
import { makeTrack } from '../../actions/path/make-track.ts'
import type { TrackId } from '../../domain/ids.ts'
import type { Track } from '../../domain/path/track.ts'
import { manages } from '../../domain/people/permission.ts'
import { findTrack, listAllTracks } from '../../storage/path/track.ts'
import { type App, type AppContext, identityOf, managerOf } from '../context.ts'
import { missing, refused } from '../responses.tsx'
import { expectedBy, jsonWithEtag } from './etag.ts'
import { actorOf, pathId, programmeFor } from './load.ts'
import { withBody } from './request.ts'
import { areOf, stepsOf, trackChangeOf, trackJson, trackPatch, trackWish } from './shapes/track.ts'

/** The tracks of a programme, with names in the language of the signed-in person. */
export function trackApi(app: App): void {
  app.get('/api/v1/programmes/:id/tracks', async (c) => {
    const programme = await programmeFor(c, pathId(c, 'prg'))
    if (!programme) return missing(c)
    const tracks = await listAllTracks(c.get('platform').db, programme.id)
    return c.json({ tracks: tracks.map(toJsonFor(c)) })
  })

  app.post(
    '/api/v1/programmes/:id/tracks',
    withBody(trackWish, async (c, wish) => {
      const programme = await programmeFor(c, pathId(c, 'prg'))
      if (!programme) return missing(c)
      const platform = c.get('platform')
      const { id = platform.newId('trk'), name, formatIds, materials = null } = wish
      const track = { id, programmeId: programme.id, name, steps: stepsOf(formatIds, materials) }
      const made = await makeTrack(platform, track, managerOf(c))
      return made.ok ? c.json(toJsonFor(c)(made.value), 201) : refused(c, made.refusal)
    }),
  )

  app.get('/api/v1/tracks/:id', async (c) => {
    const track = await trackFor(c, pathId(c, 'trk'))
    return track ? jsonWithEtag(c, toJsonFor(c)(track)) : missing(c)
  })

  app.patch(
    '/api/v1/tracks/:id',
    withBody(trackPatch, async (c, patch) => {
      const track = await trackFor(c, pathId(c, 'trk'))
      if (!track) return missing(c)
      const formatIds = patch.formatIds ?? track.steps.map(({ formatId }) => formatId)
      if (!areOf(formatIds, patch.materials ?? null)) return refused(c, { reason: 'no-such-format' })
      const changed = await changeTrack(
        c.get('platform'),
        track.id,
        (before) => trackChangeOf(patch, before),
        managerOf(c),
        expectedBy<Track>(c, toJsonFor(c)),
      )
      return changed.ok ? jsonWithEtag(c, toJsonFor(c)(changed.value)) : refused(c, changed.refusal)
    }),
  )
}

/** A track of a programme that the manager manages; else null. */
async function trackFor(c: AppContext, id: TrackId): Promise<Track | null> {
  const track = await findTrack(c.get('platform').db, id)
  return track && manages(actorOf(c), track.programmeId) ? track : null
}

function toJsonFor(c: AppContext) {
  const { locale } = identityOf(c).person
  return (track: Track) => trackJson(track, locale)
}
