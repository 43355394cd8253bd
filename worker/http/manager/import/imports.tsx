import {
  type ImportData,
  ImportDonePage,
  ImportPage,
  type ShownLine,
} from '../../../../web/pages/manager/import/import.tsx'
import { ImportsPage } from '../../../../web/pages/manager/import/imports.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { EMPTY_FORM, type FormState } from '../../../../web/parts/form.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { bringFiles } from '../../../actions/import/bring.ts'
import { confirmImport } from '../../../actions/import/confirm.ts'
import { judgeNow, nameOf } from '../../../actions/import/judge.ts'
import { EXPORT_KINDS } from '../../../domain/import/file.ts'
import type { Judgement } from '../../../domain/import/judge.ts'
import type { KeptImport } from '../../../domain/import/kept.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { importFor } from '../../api/imports.ts'
import { pathId } from '../../api/load.ts'
import { type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import { exportCsv } from '../../export-csv.ts'
import { fieldsOf } from '../../forms/fields.ts'
import { readerOf } from '../../forms/file-reader.ts'
import { explain } from '../../refusals.ts'
import { missing, refused } from '../../responses.tsx'
import { afterSaving } from '../after-press.ts'
import { pageByPosition } from '../list-page.ts'
import {
  frameFor,
  frameInProgramme,
  programmeScope,
  programmeScopeOfForm,
  programmeScopeOfPath,
  type ProgrammeScope,
} from '../programme-scope.ts'
import { broughtTexts, readFiles } from './read-files.ts'

/** Files are brought in, looked at, and done by one press; what is here is taken out. */
export function importPages(app: App): void {
  app.get(paths.imports, (c) => {
    const scope = programmeScope(c)
    return scope ? formPage(c, scope, EMPTY_FORM) : missing(c)
  })

  app.post(paths.imports, async (c) => {
    const texts = await broughtTexts(await c.req.parseBody({ all: true }))
    const scope = programmeScopeOfForm(c, { programme: texts.programme })
    if (!scope) return missing(c)
    const read = readFiles(texts, frameInProgramme(c, 'people', scope))
    if (!read.ok) return formPage(c, scope, { values: { text: texts.pasted }, errors: read.refusal })
    const wish = { programmeId: scope.programme.id, files: read.value }
    const brought = await bringFiles(c.get('platform'), wish, managerOf(c))
    return brought.ok
      ? c.redirect(afterSaving(paths.import(brought.value.id), 'import-read'), 303)
      : refused(c, brought.refusal)
  })

  app.get('/imports/:id', async (c) => {
    const kept = await importFor(c, pathId(c, 'imp'))
    return kept ? previewPage(c, kept, null) : gone(c)
  })

  app.post('/imports/:id/confirmation', async (c) => {
    const kept = await importFor(c, pathId(c, 'imp'))
    if (!kept) return gone(c)
    const options = { reader: readerOf(c), seen: (await fieldsOf(c))['seen'] }
    const confirmed = await confirmImport(c.get('platform'), kept.id, managerOf(c), options)
    if (confirmed.ok) return c.redirect(afterSaving(paths.import(kept.id), 'imported'), 303)
    return previewPage(c, kept, confirmed.refusal)
  })

  app.get('/programmes/:id/export', async (c) => {
    const scope = programmeScopeOfPath(c)
    const kind = EXPORT_KINDS.find((each) => each === c.req.query('kind'))
    if (!scope) return missing(c)
    if (!kind) return c.redirect(paths.imports, 303)
    const separator = c.req.query('separator') === 'semicolon' ? 'semicolon' : 'comma'
    return exportCsv(c, scope.programme.id, { kind, separator, route: '/programmes/:id/export' })
  })
}

/** Whoever comes after the day for which files are kept hears so, and nothing of whether there was one. */
function gone(c: AppContext) {
  const scope = programmeScope(c)
  if (!scope) return missing(c)
  c.set('refused', 'not-found')
  const sentence = wordsFor(identityOf(c).person).imports.gone
  const frame = frameInProgramme(c, 'people', scope, { tone: 'refused', sentence })
  return c.html(<ImportsPage frame={frame} programmeId={scope.programme.id} form={EMPTY_FORM} />, 404)
}

function formPage(c: AppContext, scope: ProgrammeScope, form: FormState) {
  const frame = frameInProgramme(c, 'people', scope)
  const page = <ImportsPage frame={frame} programmeId={scope.programme.id} form={form} />
  return c.html(page, form.errors.length > 0 ? 422 : 200)
}

async function previewPage(c: AppContext, kept: KeptImport, refusal: Refusal | null) {
  const { person } = identityOf(c)
  const explained = refusal && explain(refusal, person)
  if (explained) c.set('refused', explained.code)
  const notice = explained ? ({ tone: 'refused', sentence: explained.sentence } as const) : null
  const frame = frameFor(c, 'people', kept.programmeId, notice)
  if (kept.confirmed) return c.html(<ImportDonePage frame={frame} counts={kept.confirmed.counts} />)
  const judged = await judgeNow(c.get('platform'), kept, managerOf(c), readerOf(c))
  if (!judged) return missing(c)
  const { shown, pages } = pageByPosition(c, paths.import(kept.id), linesOf(judged))
  const data: ImportData = {
    ...{ frame, id: kept.id, lines: shown, pages },
    ...{ counts: judged.counts, errors: judged.errors, seen: await nameOf(judged) },
    wrongLines: judged.files.flatMap(({ lines }) => lines).filter(({ errors }) => errors.length > 0).length,
  }
  return c.html(<ImportPage {...data} />, explained?.status ?? 200)
}

/** Those with errors first, then in the order of the files. */
function linesOf({ files }: Judgement): readonly ShownLine[] {
  const lines = files.flatMap(({ kind, name, lines: all }) =>
    all.map((line) => ({ ...line, kind, file: files.length > 1 ? name : null })),
  )
  const isWrong = ({ errors }: ShownLine) => errors.length > 0
  return [...lines.filter(isWrong), ...lines.filter((line) => !isWrong(line))]
}
