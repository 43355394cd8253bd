import {
  NEW_TRIP,
  NEW_TRIP_ROW,
  PART,
  TRIP_AWAY,
} from '../../../../web/pages/manager/people/person-sections.ts'
import type { FieldError } from '../../../../web/parts/form.ts'
import { tripField } from '../../../../web/parts/rules-fields.ts'
import { changePerson } from '../../../actions/people/change.ts'
import { insisting } from '../../../actions/programme/insist.ts'
import { type App, identityOf, managerOf } from '../../context.ts'
import type { FormFields } from '../../forms/field-reader.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { outwardErrors, outwardReasonIn } from '../../forms/outward.ts'
import { missing } from '../../responses.tsx'
import { frameInProgramme } from '../programme-scope.ts'
import { afterSetting, expectedBack, putsBack, type Values } from '../put-back.ts'
import { memberFor, pathOf } from './person-data.ts'
import { notSaved, personPage } from './person.tsx'
import { readRules } from './rules-form.ts'
import { anchorOf, completed, editingOf, RULES_PARTS, savedIn } from './sections.ts'
import { rulesSetting, rulesTyped } from './settings.ts'

/** A person's rules for every session. */
export function rulesPages(app: App): void {
  app.post('/people/:id/rules', async (c) => {
    const found = await memberFor(c)
    if (!found) return missing(c)
    const sent = await fieldsOf(c)
    const fields = completed(sent, withoutTrip(rulesTyped(found.member), sent), RULES_PARTS)
    const editing = editingOf(sent, 'rules')
    const { policy } = found.scope.programme
    const typed = readRules(fields, found.member, policy, frameInProgramme(c, 'people', found.scope))
    const values = { 'rule-short': '', ...stringsOf(sent) }
    const form = { values, errors: typed.ok ? [] : atOwnFields(typed.refusal, sent) }
    if (!typed.ok) return personPage(c, found, { form, editing })

    const setting = rulesSetting(c, found)
    const before = await setting.read()
    const programmeId = found.scope.programme.id
    const insisted = { of: { programmeId }, reason: outwardReasonIn(sent), by: managerOf(c) }
    const changed = await insisting(c.get('platform'), insisted, () =>
      changePerson(c.get('platform'), found.member.id, { rules: typed.value }, insisted.by, {
        programmeId,
        expected: expectedBack(fields, setting),
      }),
    )
    const { person } = identityOf(c)
    const errors = changed.ok
      ? null
      : outwardErrors(changed.refusal, person, {
          'rules.wording': 'rule-title',
          'rules.meetingLink': 'rule-link',
          'rules.meetingLinks': 'rule-links',
        })
    if (errors && !putsBack(sent)) return personPage(c, found, { form: { values, errors }, editing })
    if (!changed.ok)
      return notSaved(c, found, { fields: putsBack(sent) ? sent : values, editing }, changed.refusal)
    const saved = savedIn(sent, 'rules')
    const page = `${pathOf(found)}${anchorOf(saved)}`
    return c.redirect(await afterSetting(c, page, saved, { setting, before, fields }), 303)
  })
}

/** What is stored, without the trip that a press takes back. */
function withoutTrip(stored: Values, { [PART]: part, [TRIP_AWAY]: away = '' }: FormFields): Values {
  if (part !== TRIP_AWAY) return stored
  const isAway = (row: string) =>
    (['zone', 'from', 'to'] as const).map((each) => stored[tripField(Number(row), each)]).join(' ') === away
  return Object.fromEntries(
    Object.entries(stored).filter(([field]) => {
      const [, row] = /^trip-(\d+)-/.exec(field) ?? []
      return row === undefined || !isAway(row)
    }),
  )
}

/** A new trip that overlaps one that is noted: the sentence stands at the new one. */
function atOwnFields(errors: readonly FieldError[], sent: FormFields): readonly FieldError[] {
  if (sent[PART] !== NEW_TRIP) return errors
  return errors.map(({ field, message }) => ({
    field: field in sent ? field : tripField(NEW_TRIP_ROW, 'from'),
    message,
  }))
}
