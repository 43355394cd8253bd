import type * as z from 'zod/mini'

import { formatWords } from '../../../web/words/formats/words.ts'
import { changeFormat } from '../../actions/path/change-format.ts'
import { makeFormat } from '../../actions/path/make-format.ts'
import type { FormatId } from '../../domain/ids.ts'
import type { FormatChange } from '../../domain/path/change-format.ts'
import type { Format } from '../../domain/path/format.ts'
import { manages } from '../../domain/people/permission.ts'
import type { Locale } from '../../domain/people/person.ts'
import { findFormat, listAllFormats } from '../../storage/path/format.ts'
import { type App, type AppContext, identityOf, managerOf } from '../context.ts'
import { missing, refused } from '../responses.tsx'
import { expectedBy, jsonWithEtag } from './etag.ts'
import { actorOf, pathId, programmeFor } from './load.ts'
import { withBody } from './request.ts'
import { formatJson, formatPatch, formatWish, wordsWith } from './shapes/format.ts'

/** The formats of a programme, in the language of the signed-in person. */
export function formatApi(app: App): void {
  app.get('/api/v1/programmes/:id/formats', async (c) => {
    const programme = await programmeFor(c, pathId(c, 'prg'))
    if (!programme) return missing(c)
    const formats = await listAllFormats(c.get('platform').db, programme.id)
    return c.json({ formats: formats.map((each) => formatJson(each, localeOf(c))) })
  })

  app.post(
    '/api/v1/programmes/:id/formats',
    withBody(formatWish, async (c, { name, prompts = [], avoid = null, ...wish }) => {
      const programme = await programmeFor(c, pathId(c, 'prg'))
      if (!programme) return missing(c)
      const platform = c.get('platform')
      const { id = platform.newId('fmt'), outwardTitle = null, minutes = null, link = null } = wish
      const words = { name, prompts, avoid: avoid ?? '' }
      const format = { id, programmeId: programme.id, words, outwardTitle, minutes, link }
      const made = await makeFormat(platform, format, managerOf(c))
      return made.ok ? c.json(formatJson(made.value, localeOf(c)), 201) : refused(c, made.refusal)
    }),
  )

  app.get('/api/v1/formats/:id', async (c) => {
    const format = await formatFor(c, pathId(c, 'fmt'))
    return format ? jsonWithEtag(c, formatJson(format, localeOf(c))) : missing(c)
  })

  app.patch(
    '/api/v1/formats/:id',
    withBody(formatPatch, async (c, patch) => {
      const format = await formatFor(c, pathId(c, 'fmt'))
      if (!format) return missing(c)
      const changed = await changeFormat(
        c.get('platform'),
        format.id,
        (before) => changeOf(patch, before, localeOf(c)),
        managerOf(c),
        expectedBy<Format>(c, (stored) => formatJson(stored, localeOf(c))),
      )
      return changed.ok
        ? jsonWithEtag(c, formatJson(changed.value, localeOf(c)))
        : refused(c, changed.refusal)
    }),
  )
}

/** A format of a programme that the manager manages; else null. */
async function formatFor(c: AppContext, id: FormatId): Promise<Format | null> {
  const format = await findFormat(c.get('platform').db, id)
  return format && manages(actorOf(c), format.programmeId) ? format : null
}

function changeOf(
  { name, prompts, avoid, house, archived, ...rest }: z.output<typeof formatPatch>,
  format: Format,
  locale: Locale,
): FormatChange {
  const hasWords = name !== undefined || prompts !== undefined || avoid !== undefined
  const changed = {
    ...(name !== undefined && { name }),
    ...(prompts !== undefined && { prompts: prompts ?? [] }),
    ...(avoid !== undefined && { avoid }),
  }
  return {
    ...rest,
    ...(hasWords && { words: wordsWith(formatWords(format.words, locale), changed) }),
    ...(house && format.standard && { words: { standard: format.standard } }),
    ...(archived !== undefined && { isArchived: archived ?? false }),
  }
}

function localeOf(c: AppContext): Locale {
  return identityOf(c).person.locale
}
