import { MAILS } from '../../../../web/pages/paths.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { changePerson } from '../../../actions/people/change.ts'
import { NOTIFY } from '../../../domain/people/person.ts'
import { readDay } from '../../../domain/time/typed.ts'
import { type App, identityOf, managerOf } from '../../context.ts'
import { typedByReader } from '../../forms/dates.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { missing } from '../../responses.tsx'
import { afterSetting, expectedBack } from '../put-back.ts'
import { memberFor, pathOf } from './person-data.ts'
import { personId } from './person-form.ts'
import { notSaved, personPage } from './person.tsx'
import { editingOf } from './sections.ts'
import { mailsSetting } from './settings.ts'

/** Which mails a manager gets, and who gets them while she is away. */
export function mailsPages(app: App): void {
  app.post('/people/:id/mails', async (c) => {
    const found = await memberFor(c)
    if (!found) return missing(c)
    const fields = await fieldsOf(c)
    const typed = fields['awayUntil']?.trim() ?? ''
    const awayUntil = typed === '' ? null : readDay(typed, typedByReader(c))
    const { badDay } = wordsFor(identityOf(c).person).mails
    const isWrong = typed !== '' && awayUntil === null
    const form = {
      values: stringsOf(fields),
      errors: isWrong ? [{ field: 'awayUntil', message: badDay }] : [],
    }
    const editing = editingOf(fields, 'mails')
    if (isWrong) return personPage(c, found, { form, editing })

    const notify = NOTIFY.find((each) => each === fields['notify']) ?? found.member.notify
    const change = { notify, awayUntil, deputyId: personId(fields['deputyId'] ?? '') }
    const setting = mailsSetting(c, found)
    const before = await setting.read()
    const changed = await changePerson(c.get('platform'), found.member.id, change, managerOf(c), {
      programmeId: found.scope.programme.id,
      expected: expectedBack(fields, setting),
    })
    if (!changed.ok) return notSaved(c, found, { fields, editing }, changed.refusal)
    const page = `${pathOf(found)}#${MAILS}`
    return c.redirect(await afterSetting(c, page, 'mails', { setting, before, fields }), 303)
  })
}
