import { FormatPage } from '../../../../web/pages/manager/path/format.tsx'
import { FormatsPage } from '../../../../web/pages/manager/path/formats.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { EMPTY_FORM, type FormState } from '../../../../web/parts/form.ts'
import { changeFormat } from '../../../actions/path/change-format.ts'
import { makeFormat } from '../../../actions/path/make-format.ts'
import { insisting } from '../../../actions/programme/insist.ts'
import { type FormatId, isId } from '../../../domain/ids.ts'
import { AIMS } from '../../../domain/path/aim.ts'
import type { Format } from '../../../domain/path/format.ts'
import { BLOCKERS } from '../../../domain/people/person.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { findFormat, listAllFormats } from '../../../storage/path/format.ts'
import { type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import type { FormFields } from '../../forms/field-reader.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { outwardErrors, outwardReasonIn } from '../../forms/outward.ts'
import { explain } from '../../refusals.ts'
import { missing, refused } from '../../responses.tsx'
import { afterSaving, type Saved } from '../after-press.ts'
import {
  type ProgrammeScope,
  programmeScopeOfPath,
  frameInProgramme,
  programmeScope,
} from '../programme-scope.ts'
import { fieldOf, readFormat } from './format-form.ts'

/** The formats of a programme. */
export function formatPages(app: App): void {
  app.get('/programmes/:id/formats', async (c) => {
    const scope = programmeScopeOfPath(c)
    return scope ? listPage(c, scope, EMPTY_FORM) : missing(c)
  })

  app.post('/programmes/:id/formats', async (c) => {
    const scope = programmeScopeOfPath(c)
    if (!scope) return missing(c)
    const fields = await fieldsOf(c)
    const values = { ...unchecked(), ...stringsOf(fields) }
    const all = await listAllFormats(c.get('platform').db, scope.programme.id)
    const typed = readFormat(fields, { format: null, all }, frameInProgramme(c, null, scope))
    if (!typed.ok) return listPage(c, scope, { values, errors: typed.refusal })

    const { id = '' } = fields
    const formatId = isId('fmt', id) ? id : c.get('platform').newId('fmt')
    const programmeId = scope.programme.id
    const insisted = { of: { programmeId }, reason: outwardReasonIn(fields), by: managerOf(c) }
    const made = await insisting(c.get('platform'), insisted, () =>
      makeFormat(c.get('platform'), { id: formatId, programmeId, ...typed.value }, insisted.by),
    )
    if (!made.ok) return listPage(c, scope, { values, errors: errorsOf(c, made.refusal, fields) })
    return c.redirect(afterSaving(`${paths.programmeFormats(programmeId)}#${formatId}`, 'format-added'), 303)
  })

  app.get('/formats/:id', async (c) => {
    const found = await formatFor(c)
    return found ? formatPage(c, found, EMPTY_FORM) : missing(c)
  })

  app.post('/formats/:id', async (c) => {
    const found = await formatFor(c)
    if (!found) return missing(c)
    const fields = await fieldsOf(c)
    const values = { ...unchecked(), ...stringsOf(fields) }
    const typed = readFormat(fields, found, frameInProgramme(c, null, found.scope))
    if (!typed.ok) return formatPage(c, found, { values, errors: typed.refusal })

    const { programmeId } = found.format
    const insisted = { of: { programmeId }, reason: outwardReasonIn(fields), by: managerOf(c) }
    const changed = await insisting(c.get('platform'), insisted, () =>
      changeFormat(c.get('platform'), found.format.id, typed.value, insisted.by),
    )
    if (!changed.ok) return formatPage(c, found, { values, errors: errorsOf(c, changed.refusal, fields) })
    return c.redirect(afterSaving(paths.format(found.format.id), 'format'), 303)
  })

  app.post('/formats/:id/place', async (c) => {
    const { place = '' } = await fieldsOf(c)
    return /^\d{1,4}$/.test(place) ? moveIt(c, { place: Number(place) }, 'format-moved') : missing(c)
  })

  app.post('/formats/:id/archive', async (c) => {
    const { archived } = await fieldsOf(c)
    const isArchived = archived === 'yes'
    return moveIt(c, { isArchived }, isArchived ? 'format-away' : 'format-back')
  })
}

async function moveIt(c: AppContext, change: Parameters<typeof changeFormat>[2], what: Saved) {
  const found = await formatFor(c)
  if (!found) return missing(c)
  const changed = await changeFormat(c.get('platform'), found.format.id, change, managerOf(c))
  if (!changed.ok) return refused(c, changed.refusal)
  const page = `${paths.programmeFormats(found.format.programmeId)}#${found.format.id}`
  return c.redirect(afterSaving(page, what), 303)
}

type Found = {
  readonly scope: ProgrammeScope
  readonly format: Format
  /** The programme's formats. */
  readonly all: readonly Format[]
}

/** A browser does not send what is not ticked. */
function unchecked(): Readonly<Record<string, string>> {
  const boxes = [...AIMS.map((each) => `aim-${each}`), ...BLOCKERS.map((each) => `suits-${each}`)]
  return Object.fromEntries(['house', 'phone', ...boxes].map((name) => [name, '']))
}

/** A format of a programme that she manages. */
async function formatFor(c: AppContext): Promise<Found | null> {
  const id: FormatId = `fmt_${(c.req.param('id') ?? '').replace(/^fmt_/, '')}`
  const scope = programmeScope(c)
  const { db } = c.get('platform')
  const format = await findFormat(db, id)
  const programme = scope?.programmes.find((each) => each.id === format?.programmeId)
  if (!scope || !programme || !format) return null
  return { scope: { ...scope, programme }, format, all: await listAllFormats(db, programme.id) }
}

async function listPage(c: AppContext, scope: ProgrammeScope, form: FormState) {
  const { db, newId } = c.get('platform')
  const data = {
    frame: frameInProgramme(c, null, scope),
    programme: scope.programme,
    formats: await listAllFormats(db, scope.programme.id),
    newId: newId('fmt'),
    form,
  }
  return c.html(<FormatsPage {...data} />, form.errors.length > 0 ? 422 : 200)
}

function formatPage(c: AppContext, { scope, format, all }: Found, form: FormState) {
  const frame = frameInProgramme(c, null, scope)
  const data = { frame, format, all, form }
  return c.html(<FormatPage {...data} />, form.errors.length > 0 ? 422 : 200)
}

function errorsOf(c: AppContext, refusal: Refusal, fields: FormFields) {
  const { code, sentence } = explain(refusal, identityOf(c).person)
  c.set('refused', code)
  return (
    outwardErrors(refusal, identityOf(c).person) ?? [{ field: fieldOf(refusal, fields), message: sentence }]
  )
}
