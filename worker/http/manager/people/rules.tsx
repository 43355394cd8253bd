import { NEW_TRIP, NEW_TRIP_ROW, PART } from '../../../../web/pages/manager/people/person-sections.ts'
import { paths } from '../../../../web/pages/paths.ts'
import type { FieldError, FormState } from '../../../../web/parts/form.ts'
import { tripField } from '../../../../web/parts/rules-fields.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { changePerson } from '../../../actions/people/change.ts'
import { closeWeek } from '../../../actions/slot/close-week.ts'
import { isAnywhere } from '../../../domain/people/permission.ts'
import { readDay } from '../../../domain/time/typed.ts'
import { actingOn, type App, identityOf, managerOf } from '../../context.ts'
import { typedByReader } from '../../forms/dates.ts'
import type { FormFields } from '../../forms/field-reader.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { ownHoursPage } from '../../mentor/hours.tsx'
import { missing, refused } from '../../responses.tsx'
import { frameInProgramme } from '../programme-scope.ts'
import { afterSetting, expectedBack, putsBack } from '../put-back.ts'
import { memberFor, pathOf } from './person-data.ts'
import { notSaved, personPage } from './person.tsx'
import { readRules } from './rules-form.ts'
import { anchorOf, completed, editingOf, RULES_PARTS, savedIn } from './sections.ts'
import { hoursSetting, rulesSetting, rulesTyped } from './settings.ts'

/** A person's rules for every session, and closed weeks. */
export function rulesPages(app: App): void {
  app.post('/people/:id/rules', async (c) => {
    const found = await memberFor(c)
    if (!found) return missing(c)
    const sent = await fieldsOf(c)
    const fields = completed(sent, rulesTyped(found.member), RULES_PARTS)
    const editing = editingOf(sent, 'rules')
    const { policy } = found.scope.programme
    const typed = readRules(fields, found.member, policy, frameInProgramme(c, 'people', found.scope))
    const values = { 'rule-short': '', ...stringsOf(sent) }
    const form = { values, errors: typed.ok ? [] : atOwnFields(typed.refusal, sent) }
    if (!typed.ok) return personPage(c, found, { form, editing })

    const setting = rulesSetting(c, found)
    const before = await setting.read()
    const changed = await changePerson(
      c.get('platform'),
      found.member.id,
      { rules: typed.value },
      managerOf(c),
      { programmeId: found.scope.programme.id, expected: expectedBack(fields, setting) },
    )
    if (!changed.ok)
      return notSaved(c, found, { fields: putsBack(sent) ? sent : values, editing }, changed.refusal)
    const saved = savedIn(sent, 'rules')
    const page = `${pathOf(found)}${anchorOf(saved)}`
    return c.redirect(await afterSetting(c, page, saved, { setting, before, fields }), 303)
  })

  app.post('/people/:id/closed-weeks', async (c) => {
    const { person, actor } = identityOf(c)
    const found = await memberFor(c)
    const isOwn = c.req.param('id') === person.id && isAnywhere(actor, 'mentor')
    if (!found && !isOwn) return missing(c)

    const { closedWeek = '' } = await fieldsOf(c)
    const day = readDay(closedWeek, typedByReader(c))
    if (day === null) {
      const form = badDay(closedWeek, wordsFor(person).hours.badDate)
      const editing = { section: 'hours', isWhole: false } as const
      return found ? personPage(c, found, { form, editing }) : ownHoursPage(c, form)
    }
    const owner = found?.member ?? person
    const setting = hoursSetting(c, owner)
    const before = await setting.read()
    const closed = await closeWeek(c.get('platform'), owner.id, day, actingOn(c, owner.id))
    if (!closed.ok) return refused(c, closed.refusal)
    const page = found ? `${pathOf(found)}#hours` : paths.hours
    return c.redirect(await afterSetting(c, page, 'week', { setting, before, fields: {} }), 303)
  })
}

/** A new trip that overlaps one that is noted: the sentence stands at the new one. */
function atOwnFields(errors: readonly FieldError[], sent: FormFields): readonly FieldError[] {
  if (sent[PART] !== NEW_TRIP) return errors
  return errors.map(({ field, message }) => ({
    field: field in sent ? field : tripField(NEW_TRIP_ROW, 'from'),
    message,
  }))
}

function badDay(closedWeek: string, message: string): FormState {
  return { values: { closedWeek }, errors: [{ field: 'closedWeek', message }] }
}
