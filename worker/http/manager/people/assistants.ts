import { changePerson } from '../../../actions/people/change.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { listAssistants } from '../../../storage/people/assistant.ts'
import { type App, managerOf } from '../../context.ts'
import type { FormFields } from '../../forms/field-reader.ts'
import { fieldsOf } from '../../forms/fields.ts'
import { missing } from '../../responses.tsx'
import { afterSaving } from '../after-press.ts'
import { afterSetting, expectedBack } from '../put-back.ts'
import { memberFor, pathOf } from './person-data.ts'
import { personId } from './person-form.ts'
import { notSaved } from './person.tsx'
import { editingOf } from './sections.ts'
import { ALL_ASSISTANTS, assistantsSetting } from './settings.ts'

/** Who answers for an executive. */
export function assistantPages(app: App): void {
  app.post('/people/:id/assistants', async (c) => {
    const found = await memberFor(c)
    if (!found) return missing(c)
    const fields = await fieldsOf(c)
    const { db, now } = c.get('platform')
    const present = await listAssistants(db, found.scope.programme.id, [found.member.id], now())
    const assistantIds = assistantsIn(
      fields,
      present.map(({ assistantId }) => assistantId),
    )
    const setting = assistantsSetting(c, found)
    const before = await setting.read()
    const changed = await changePerson(
      c.get('platform'),
      found.member.id,
      assistantIds ? { assistantIds } : {},
      managerOf(c),
      { programmeId: found.scope.programme.id, expected: expectedBack(fields, setting) },
    )
    if (!changed.ok)
      return notSaved(c, found, { fields, editing: editingOf(fields, 'assistants') }, changed.refusal)
    const page = `${pathOf(found)}#assistants`
    // Whoever was removed has lost her links, and would not have them back.
    const location = fields['remove']
      ? afterSaving(page, 'removed')
      : await afterSetting(c, page, 'assistant', { setting, before, fields })
    return c.redirect(location, 303)
  })
}

/** Whoever is chosen takes the place of all others; only her own press removes somebody. Null: nothing changes. */
function assistantsIn(
  { assistantId = '', remove = '', [ALL_ASSISTANTS]: all }: FormFields,
  present: readonly PersonId[],
): readonly PersonId[] | null {
  if (all !== undefined) return all.split(' ').flatMap((each) => personId(each) ?? [])
  const [chosen, removed] = [personId(assistantId), personId(remove)]
  if (removed) return present.filter((each) => each !== removed)
  return chosen === null || present.includes(chosen) ? null : [chosen]
}
