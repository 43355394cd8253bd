import type { Editing, SaidAt } from '../../../../web/pages/manager/people/person-sections.ts'
import { PersonPage } from '../../../../web/pages/manager/people/person.tsx'
import { EMPTY_FORM, type FieldError, type FormState } from '../../../../web/parts/form.ts'
import type { Notice } from '../../../../web/parts/page-frame.ts'
import { changePerson } from '../../../actions/people/change.ts'
import { insisting } from '../../../actions/programme/insist.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { findAvailability } from '../../../storage/slot/availability.ts'
import { recordAccess } from '../../access-log.ts'
import { type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import type { FormFields } from '../../forms/field-reader.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { outwardErrors, outwardReasonIn } from '../../forms/outward.ts'
import { frameOf } from '../../frame.ts'
import { explain } from '../../refusals.ts'
import { missing } from '../../responses.tsx'
import { afterSaving } from '../after-press.ts'
import { frameInProgramme } from '../programme-scope.ts'
import { afterSetting, asPutBack, expectedBack, OF, putsBack } from '../put-back.ts'
import { readHoursMove, whyNotMoved } from './moving.ts'
import { isStillTheirs, withKept } from './old-address.ts'
import { type ScopedMember, memberFor, personData, pathOf } from './person-data.ts'
import { readPerson, shortNameTyped } from './person-form.ts'
import { isNeeded, rolesEnding, whereElse, whyNotEnding } from './roles-ending.ts'
import {
  anchorOf,
  BASICS_PARTS,
  completed,
  editingAsked,
  editingOf,
  newTripAt,
  savedIn,
  saidAt,
  saidAtOf,
} from './sections.ts'
import { basicsSetting, basicsTyped } from './settings.ts'

/** The page of a person, and the form of the basics. */
export function personPages(app: App): void {
  app.get('/people/:id', async (c) => {
    const found = await memberFor(c)
    if (!found) return missing(c)
    await recordAccess(c, [found.member.id], '/people/:id')
    return personPage(c, found, { form: EMPTY_FORM, editing: await editingAsked(c), at: saidAt(c) })
  })

  app.post('/people/:id', async (c) => {
    const found = await memberFor(c)
    if (!found) return missing(c)
    const sent = await fieldsOf(c)
    const fields = completed(sent, basicsTyped(found.member), BASICS_PARTS)
    const editing = editingOf(sent, 'basics')
    const wrong = (errors: readonly FieldError[]) =>
      personPage(c, found, { form: { values: stringsOf(sent), errors }, editing })
    const frame = frameInProgramme(c, 'people', found.scope)
    const typed = readPerson(fields, frame, found.member.roles)
    if (!typed.ok) return wrong(typed.refusal)

    const ending = rolesEnding(found.member, typed.value)
    const unasked = (await isNeeded(c, found, ending)) ? [] : whyNotEnding(ending, fields, frame)
    if (unasked.length > 0) return wrong(unasked)

    const shortName = shortNameTyped(fields, typed.value, found.member)
    const keepsOldAddress = await isStillTheirs(c, fields['oldAddress'], found.member.email)
    const aliases = withKept(typed.value, sent, found.member)
    const change = { ...typed.value, aliases, ...readHoursMove(fields), shortName, keepsOldAddress }
    const hours = await findAvailability(c.get('platform').db, found.member.id)
    const errors = whyNotMoved(found.member, hours, change, frameOf(c, 'people'))
    if (errors.length > 0) return wrong(errors)
    const setting = basicsSetting(c, found, fields['hours'] ? { hours: fields['hours'] } : {})
    const before = await setting.read()
    const programmeId = found.scope.programme.id
    const insisted = { of: { programmeId }, reason: outwardReasonIn(sent), by: managerOf(c) }
    const changed = await insisting(c.get('platform'), insisted, () =>
      changePerson(c.get('platform'), found.member.id, change, insisted.by, {
        programmeId,
        expected: expectedBack(fields, setting),
      }),
    )
    const indiscreet = changed.ok ? null : outwardErrors(changed.refusal, frame)
    if (indiscreet && !putsBack(sent)) return wrong(indiscreet)
    if (!changed.ok) return notSaved(c, found, { fields: sent, editing }, changed.refusal)
    const elsewhere = whereElse(c, found, ending)
    if (elsewhere) return c.redirect(afterSaving(elsewhere, 'basics'), 303)
    const saved = savedIn(sent, 'basics')
    const page = `${pathOf(found)}${anchorOf(saved)}`
    return c.redirect(await afterSetting(c, page, saved, { setting, before, fields }), 303)
  })
}

type Sent = { readonly fields: FormFields; readonly editing: Editing | null }

/** The page with what was typed; where something was to be put back, with what stands now. */
export async function notSaved(
  c: AppContext,
  found: ScopedMember,
  { fields, editing }: Sent,
  refusal: Refusal,
) {
  if (!putsBack(fields))
    return personPage(c, found, { form: { values: stringsOf(fields), errors: [] }, editing, refusal })
  const now = (await memberFor(c)) ?? found
  const at = saidAtOf(fields[OF]) ?? editing?.section ?? null
  return personPage(c, now, { form: EMPTY_FORM, editing: null, at, refusal: asPutBack(fields, refusal) })
}

type Shown = {
  readonly form: FormState
  readonly editing: Editing | null
  /** Where its sentence stands: as a rule in the form that was sent. */
  readonly at?: SaidAt | null
  readonly refusal?: Refusal | null
}

/** The page with one form open at the most: what was typed, the errors at its fields, and the refusal of a rule. */
export async function personPage(
  c: AppContext,
  found: ScopedMember,
  { form, editing, at = editing?.section ?? newTripAt(form), refusal = null }: Shown,
) {
  const explained = refusal && explain(refusal, identityOf(c).person)
  if (explained) c.set('refused', explained.code)
  const notice: Notice | null = explained ? { tone: 'refused', sentence: explained.sentence } : null
  const frame = frameInProgramme(c, 'people', found.scope, notice)
  const done = c.req.method === 'GET' ? c.req.query('done') : undefined
  const isNew = done === 'added' || done === 'added-invited'
  const data = await personData(c.get('platform'), found, { frame, form, editing, saidAt: at, isNew })
  return c.html(<PersonPage {...data} />, explained?.status ?? (form.errors.length > 0 ? 422 : 200))
}
