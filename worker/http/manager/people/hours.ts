import { PART } from '../../../../web/pages/manager/people/person-sections.ts'
import { paths } from '../../../../web/pages/paths.ts'
import { EMPTY_FORM } from '../../../../web/parts/form.ts'
import type { FieldError } from '../../../../web/parts/form.ts'
import { WEEKDAYS_FIELD } from '../../../../web/parts/hours-fields.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { closeWeek } from '../../../actions/slot/close-week.ts'
import { setAvailability } from '../../../actions/slot/set-availability.ts'
import { isAnywhere } from '../../../domain/people/permission.ts'
import type { Availability, Person } from '../../../domain/people/person.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../../domain/result.ts'
import { withClosedWeek } from '../../../domain/slot/close-week.ts'
import type { Day } from '../../../domain/time/time.ts'
import { readDay } from '../../../domain/time/typed.ts'
import { actingOn, type App, type AppContext, identityOf } from '../../context.ts'
import { typedByReader } from '../../forms/dates.ts'
import type { FormFields } from '../../forms/field-reader.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { readHours } from '../../forms/hours.ts'
import { frameOf } from '../../frame.ts'
import { ownHoursPage } from '../../mentor/hours.tsx'
import { saveOwnLinks } from '../../mentor/links.ts'
import { missing, refused } from '../../responses.tsx'
import { backIn } from '../after-press.ts'
import { afterSetting, asPutBack, expectedBack } from '../put-back.ts'
import { memberFor, pathOf, type ScopedMember } from './person-data.ts'
import { notSaved, personPage } from './person.tsx'
import { editingOf } from './sections.ts'
import { hoursSetting } from './settings.ts'

/** The weekly hours of a person, by a manager or by the mentor himself. One press may close a week as well. */
export function hoursOfPeople(app: App): void {
  app.post('/people/:id/availability', async (c) => {
    const whose = await whoseHours(c)
    if (!whose) return missing(c)
    const fields = await fieldsOf(c)
    if (fields[PART] === 'links' && whose.owner.id === identityOf(c).person.id) return saveOwnLinks(c, fields)
    const typed = hoursTyped(c, whose, fields)
    if (!typed.ok) return wrong(c, whose, fields, typed.refusal)
    return save(c, whose, fields, typed.value, fields['closedWeek']?.trim() ? 'week' : 'hours')
  })

  app.post('/people/:id/closed-weeks', async (c) => {
    const whose = await whoseHours(c)
    if (!whose) return missing(c)
    const fields = await fieldsOf(c)
    const day = weekIn(c, fields)
    if (day === null) return wrong(c, whose, fields, [badWeek(c)])
    if (fields[WEEKDAYS_FIELD] === undefined) return closeAlone(c, whose, day)
    const typed = hoursTyped(c, whose, fields)
    return typed.ok ? save(c, whose, fields, typed.value, 'week') : wrong(c, whose, fields, typed.refusal)
  })
}

/** `found`: by a manager; null: the mentor himself. */
type Whose = { readonly owner: Person; readonly found: ScopedMember | null }

async function whoseHours(c: AppContext): Promise<Whose | null> {
  const { person, actor } = identityOf(c)
  const found = await memberFor(c)
  if (found) return { owner: found.member, found }
  return c.req.param('id') === person.id && isAnywhere(actor, 'mentor') ? { owner: person, found } : null
}

/** The hours of the form, without the week that it closes. */
function hoursTyped(
  c: AppContext,
  { owner }: Whose,
  fields: FormFields,
): Result<Availability, readonly FieldError[]> {
  const hours = readHours(fields, fields['zone'] ?? owner.zone, frameOf(c, 'hours'))
  if (!fields['closedWeek']?.trim()) return hours
  const day = weekIn(c, fields)
  if (day === null) return refuse([...(hours.ok ? [] : hours.refusal), badWeek(c)])
  return hours.ok ? accept(withClosedWeek(hours.value, day)) : hours
}

function weekIn(c: AppContext, { closedWeek = '' }: FormFields): Day | null {
  return readDay(closedWeek, typedByReader(c))
}

function badWeek(c: AppContext): FieldError {
  return { field: 'closedWeek', message: wordsFor(identityOf(c).person).hours.badDate }
}

function wrong(c: AppContext, { found }: Whose, fields: FormFields, errors: readonly FieldError[]) {
  const form = { values: stringsOf(fields), errors }
  return found ? personPage(c, found, { form, editing: editingOf(fields, 'hours') }) : ownHoursPage(c, form)
}

async function save(
  c: AppContext,
  whose: Whose,
  fields: FormFields,
  hours: Availability,
  said: 'hours' | 'week',
) {
  const { owner } = whose
  const setting = hoursSetting(c, owner)
  const before = await setting.read()
  const by = actingOn(c, owner.id)
  const expected = expectedBack(fields, setting)
  const written = await setAvailability(c.get('platform'), owner.id, hours, by, expected)
  if (!written.ok) return notWritten(c, whose, fields, written.refusal)
  return c.redirect(await afterSetting(c, pageOf(whose, fields), said, { setting, before, fields }), 303)
}

function notWritten(c: AppContext, { found }: Whose, fields: FormFields, refusal: Refusal) {
  return found
    ? notSaved(c, found, { fields, editing: editingOf(fields, 'hours') }, refusal)
    : ownHoursPage(c, EMPTY_FORM, asPutBack(fields, refusal))
}

function pageOf({ found }: Whose, fields: FormFields): string {
  return found ? backIn(fields, `${pathOf(found)}#hours`) : paths.hours
}

/** The week of a form that says nothing of the hours. */
async function closeAlone(c: AppContext, whose: Whose, day: Day) {
  const { owner } = whose
  const setting = hoursSetting(c, owner)
  const before = await setting.read()
  const closed = await closeWeek(c.get('platform'), owner.id, day, actingOn(c, owner.id))
  if (!closed.ok) return refused(c, closed.refusal)
  return c.redirect(await afterSetting(c, pageOf(whose, {}), 'week', { setting, before, fields: {} }), 303)
}
