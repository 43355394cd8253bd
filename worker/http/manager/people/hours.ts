import { paths } from '../../../../web/pages/paths.ts'
import { EMPTY_FORM } from '../../../../web/parts/form.ts'
import { setAvailability } from '../../../actions/slot/set-availability.ts'
import { isAnywhere } from '../../../domain/people/permission.ts'
import { actingOn, type App, identityOf } from '../../context.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { readHours } from '../../forms/hours.ts'
import { frameOf } from '../../frame.ts'
import { ownHoursPage } from '../../mentor/hours.tsx'
import { missing } from '../../responses.tsx'
import { backIn } from '../after-press.ts'
import { afterSetting, asPutBack, expectedBack } from '../put-back.ts'
import { memberFor, pathOf } from './person-data.ts'
import { notSaved, personPage } from './person.tsx'
import { editingOf } from './sections.ts'
import { hoursSetting } from './settings.ts'

/** The weekly hours of a person, by a manager or by the mentor himself. */
export function hoursOfPeople(app: App): void {
  app.post('/people/:id/availability', async (c) => {
    const { person, actor } = identityOf(c)
    const isOwn = c.req.param('id') === person.id && isAnywhere(actor, 'mentor')
    const found = await memberFor(c)
    if (!isOwn && !found) return missing(c)

    const fields = await fieldsOf(c)
    const owner = found?.member ?? person
    const hours = readHours(fields, fields['zone'] ?? owner.zone, frameOf(c, 'hours'))
    const editing = editingOf(fields, 'hours')
    const form = { values: stringsOf(fields), errors: hours.ok ? [] : hours.refusal }
    if (!hours.ok) return found ? personPage(c, found, { form, editing }) : ownHoursPage(c, form)

    const setting = hoursSetting(c, owner)
    const before = await setting.read()
    const by = actingOn(c, owner.id)
    const expected = expectedBack(fields, setting)
    const written = await setAvailability(c.get('platform'), owner.id, hours.value, by, expected)
    if (!written.ok)
      return found
        ? notSaved(c, found, { fields, editing }, written.refusal)
        : ownHoursPage(c, EMPTY_FORM, asPutBack(fields, written.refusal))
    const page = found ? backIn(fields, `${pathOf(found)}#hours`) : paths.hours
    return c.redirect(await afterSetting(c, page, 'hours', { setting, before, fields }), 303)
  })
}
