import { TrackPage } from '../../../../web/pages/manager/path/track.tsx'
import { TracksPage } from '../../../../web/pages/manager/path/tracks.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { EMPTY_FORM, type FormState } from '../../../../web/parts/form.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { trackName } from '../../../../web/words/tracks/words.ts'
import { changeTrack } from '../../../actions/path/change-track.ts'
import { makeTrack } from '../../../actions/path/make-track.ts'
import { isId } from '../../../domain/ids.ts'
import { MAX_TRACK_NAME_CHARACTERS } from '../../../domain/limits.ts'
import type { Format } from '../../../domain/path/format.ts'
import { isMaterialsLink } from '../../../domain/path/format.ts'
import type { Track } from '../../../domain/path/track.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { listAllFormats } from '../../../storage/path/format.ts'
import { findTrack, listAllTracks } from '../../../storage/path/track.ts'
import { type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import type { FormFields } from '../../forms/field-reader.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { explain } from '../../refusals.ts'
import { missing, refused } from '../../responses.tsx'
import { afterSaving } from '../after-press.ts'
import {
  frameInProgramme,
  programmeScope,
  type ProgrammeScope,
  programmeScopeOfPath,
} from '../programme-scope.ts'
import { readTrack, trackIn } from './track-form.ts'

/** The tracks of a programme. */
export function trackPages(app: App): void {
  app.get('/programmes/:id/tracks', async (c) => {
    const scope = programmeScopeOfPath(c)
    return scope ? listPage(c, scope, EMPTY_FORM) : missing(c)
  })

  app.post('/programmes/:id/tracks', async (c) => {
    const scope = programmeScopeOfPath(c)
    if (!scope) return missing(c)
    const fields = await fieldsOf(c)
    const values = stringsOf(fields)
    const typed = readTrack(fields, [], frameInProgramme(c, null, scope))
    if (!typed.ok) return listPage(c, scope, { values, errors: typed.refusal })

    const id = newIdIn(c, fields)
    const programmeId = scope.programme.id
    const made = await makeTrack(c.get('platform'), { id, programmeId, ...typed.value }, managerOf(c))
    if (!made.ok) return listPage(c, scope, { values, errors: [errorOf(c, made.refusal, fields)] })
    return c.redirect(afterSaving(`${paths.programmeTracks(programmeId)}#${id}`, 'track-added'), 303)
  })

  app.get('/tracks/:id', async (c) => {
    const found = await trackFor(c)
    return found ? trackPage(c, found, EMPTY_FORM) : missing(c)
  })

  app.post('/tracks/:id', async (c) => {
    const found = await trackFor(c)
    if (!found) return missing(c)
    const fields = await fieldsOf(c)
    const values = stringsOf(fields)
    const typed = readTrack(fields, found.track.steps, frameInProgramme(c, null, found.scope))
    if (!typed.ok) return trackPage(c, found, { values, errors: typed.refusal })

    const { name, steps } = typed.value
    // A house title that reads as before stays in each reader's language.
    const isRenamed = name !== trackName(found.track.title, identityOf(c).person.locale)
    const change = { steps, ...(isRenamed && { name }) }
    const changed = await changeTrack(c.get('platform'), found.track.id, change, managerOf(c))
    if (!changed.ok) return trackPage(c, found, { values, errors: [errorOf(c, changed.refusal, fields)] })
    return c.redirect(afterSaving(paths.track(found.track.id), 'track'), 303)
  })

  app.post('/tracks/:id/copy', async (c) => {
    const found = await trackFor(c)
    if (!found) return missing(c)
    const { locale } = identityOf(c).person
    const id = newIdIn(c, await fieldsOf(c))
    const { programmeId, title, steps } = found.track
    const name = wordsFor({ locale })
      .tracks.copyOf(trackName(title, locale))
      .slice(0, MAX_TRACK_NAME_CHARACTERS)
    const living = steps.filter(({ formatId }) =>
      found.formats.some((each) => each.id === formatId && !each.isArchived),
    )
    const copy = { id, programmeId, name, steps: living }
    const made = await makeTrack(c.get('platform'), copy, managerOf(c))
    if (!made.ok) return refused(c, made.refusal)
    return c.redirect(afterSaving(paths.track(made.value.id), 'track-copied'), 303)
  })

  app.post('/tracks/:id/archive', async (c) => {
    const found = await trackFor(c)
    if (!found) return missing(c)
    const { archived } = await fieldsOf(c)
    const isArchived = archived === 'yes'
    const changed = await changeTrack(c.get('platform'), found.track.id, { isArchived }, managerOf(c))
    if (!changed.ok) return refused(c, changed.refusal)
    const page = `${paths.programmeTracks(found.track.programmeId)}#${found.track.id}`
    return c.redirect(afterSaving(page, isArchived ? 'track-away' : 'track-back'), 303)
  })
}

type Found = {
  readonly scope: ProgrammeScope
  readonly track: Track
  readonly formats: readonly Format[]
}

/** A track of a programme that she manages. */
async function trackFor(c: AppContext): Promise<Found | null> {
  const scope = programmeScope(c)
  const { db } = c.get('platform')
  const track = await findTrack(db, trackIn(c.req.param('id') ?? ''))
  const programme = scope?.programmes.find((each) => each.id === track?.programmeId)
  if (!scope || !programme || !track) return null
  return { scope: { ...scope, programme }, track, formats: await listAllFormats(db, programme.id) }
}

async function listPage(c: AppContext, scope: ProgrammeScope, form: FormState) {
  const { db, newId } = c.get('platform')
  const { programme } = scope
  const [tracks, formats] = await Promise.all([
    listAllTracks(db, programme.id),
    listAllFormats(db, programme.id),
  ])
  const data = {
    ...{ frame: frameInProgramme(c, null, scope), programme, tracks, formats },
    ...{ newId: newId('trk'), form },
  }
  return c.html(<TracksPage {...data} />, form.errors.length > 0 ? 422 : 200)
}

function trackPage(c: AppContext, { scope, track, formats }: Found, form: FormState) {
  const frame = frameInProgramme(c, null, scope)
  const data = { frame, track, formats, newId: c.get('platform').newId('trk'), form }
  return c.html(<TrackPage {...data} />, form.errors.length > 0 ? 422 : 200)
}

function newIdIn(c: AppContext, { id = '' }: FormFields) {
  return isId('trk', id) ? id : c.get('platform').newId('trk')
}

function errorOf(c: AppContext, refusal: Refusal, fields: FormFields) {
  const { code, sentence } = explain(refusal, identityOf(c).person)
  c.set('refused', code)
  const wrong = Object.entries(fields).find(
    ([name, value = '']) =>
      /^(?:own-)?link-/.test(name) && value.trim() !== '' && !isMaterialsLink(value.trim()),
  )
  return { field: refusal.reason === 'link-not-https' && wrong ? wrong[0] : 'name', message: sentence }
}
