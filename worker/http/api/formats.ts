import { changeFormat } from '../../actions/path/change-format.ts'
import { makeFormat } from '../../actions/path/make-format.ts'
import { insisting } from '../../actions/programme/insist.ts'
import type { FormatId } from '../../domain/ids.ts'
import type { Format } from '../../domain/path/format.ts'
import { manages } from '../../domain/people/permission.ts'
import type { Locale } from '../../domain/people/person.ts'
import { findFormat, listAllFormats } from '../../storage/path/format.ts'
import { type App, type AppContext, identityOf, managerOf } from '../context.ts'
import { missing, refused } from '../responses.tsx'
import { expectedBy, jsonWithEtag } from './etag.ts'
import { actorOf, pathId, programmeFor } from './load.ts'
import { withBody } from './request.ts'
import { formatChangeOf, formatJson, formatPatch, formatTextOf, formatWish } from './shapes/format.ts'

/** The formats of a programme, in the language of the signed-in person. */
export function formatApi(app: App): void {
  app.get('/api/v1/programmes/:id/formats', async (c) => {
    const programme = await programmeFor(c, pathId(c, 'prg'))
    if (!programme) return missing(c)
    const formats = await listAllFormats(c.get('platform').db, programme.id)
    return c.json({ formats: formats.map((each) => formatJson(each, formats, localeOf(c))) })
  })

  app.post(
    '/api/v1/programmes/:id/formats',
    withBody(formatWish, async (c, { id = c.get('platform').newId('fmt'), ...wish }) => {
      const programme = await programmeFor(c, pathId(c, 'prg'))
      if (!programme) return missing(c)
      const platform = c.get('platform')
      const format = { id, programmeId: programme.id, ...formatTextOf(wish) }
      const insisted = { of: { programmeId: programme.id }, reason: wish.reason, by: managerOf(c) }
      const made = await insisting(platform, insisted, () => makeFormat(platform, format, insisted.by))
      if (!made.ok) return refused(c, made.refusal)
      const all = await listAllFormats(platform.db, programme.id)
      return c.json(formatJson(made.value, all, localeOf(c)), 201)
    }),
  )

  app.get('/api/v1/formats/:id', async (c) => {
    const found = await formatFor(c, pathId(c, 'fmt'))
    return found ? jsonWithEtag(c, formatJson(found.format, found.all, localeOf(c))) : missing(c)
  })

  app.patch(
    '/api/v1/formats/:id',
    withBody(formatPatch, async (c, patch) => {
      const found = await formatFor(c, pathId(c, 'fmt'))
      if (!found) return missing(c)
      const toJson = (stored: Format) => formatJson(stored, found.all, localeOf(c))
      const { programmeId, id } = found.format
      const insisted = { of: { programmeId }, reason: patch.reason, by: managerOf(c) }
      const changed = await insisting(c.get('platform'), insisted, () =>
        changeFormat(
          c.get('platform'),
          id,
          (before) => formatChangeOf(patch, before, found.all, localeOf(c)),
          insisted.by,
          expectedBy<Format>(c, toJson),
        ),
      )
      return changed.ok ? jsonWithEtag(c, toJson(changed.value)) : refused(c, changed.refusal)
    }),
  )
}

type Found = { readonly format: Format; readonly all: readonly Format[] }

/** A format of a programme that the manager manages, with the list it is in; else null. */
async function formatFor(c: AppContext, id: FormatId): Promise<Found | null> {
  const { db } = c.get('platform')
  const format = await findFormat(db, id)
  if (!format || !manages(actorOf(c), format.programmeId)) return null
  return { format, all: await listAllFormats(db, format.programmeId) }
}

function localeOf(c: AppContext): Locale {
  return identityOf(c).person.locale
}
