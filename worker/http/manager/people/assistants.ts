import { wordsFor } from '../../../../web/words/pages/words.ts'
import { changePerson } from '../../../actions/people/change.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { listAssistants } from '../../../storage/people/assistant.ts'
import { type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import type { FormFields } from '../../forms/field-reader.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { missing } from '../../responses.tsx'
import { afterSaving } from '../after-press.ts'
import { afterSetting, expectedBack } from '../put-back.ts'
import { memberFor, pathOf, type ScopedMember } from './person-data.ts'
import { personId } from './person-form.ts'
import { notSaved, personPage } from './person.tsx'
import { editingOf } from './sections.ts'
import { ALL_ASSISTANTS, assistantsSetting } from './settings.ts'

/** Who answers for an executive. */
export function assistantPages(app: App): void {
  app.post('/people/:id/assistants', async (c) => {
    const found = await memberFor(c)
    if (!found) return missing(c)
    const fields = await fieldsOf(c)
    if (isNobodyChosen(fields)) return nobodyChosen(c, found, fields)
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

function isNobodyChosen({ assistantId = '', remove = '', [ALL_ASSISTANTS]: all }: FormFields): boolean {
  return all === undefined && personId(assistantId) === null && personId(remove) === null
}

function nobodyChosen(c: AppContext, found: ScopedMember, fields: FormFields) {
  const { chooseSomebody } = wordsFor(identityOf(c).person).people
  const errors = [{ field: 'assistantId', message: chooseSomebody }]
  return personPage(c, found, {
    form: { values: stringsOf(fields), errors },
    editing: editingOf(fields, 'assistants'),
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
