import { paths } from '../../../../web/pages/paths.ts'
import type { FormState } from '../../../../web/parts/form.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { changePerson } from '../../../actions/people/change.ts'
import { closeWeek } from '../../../actions/slot/close-week.ts'
import { isAnywhere } from '../../../domain/people/permission.ts'
import { readDay } from '../../../domain/time/typed.ts'
import { actingOn, type App, identityOf, managerOf } from '../../context.ts'
import { typedByReader } from '../../forms/dates.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { ownHoursPage } from '../../mentor/hours.tsx'
import { missing, refused } from '../../responses.tsx'
import { afterSaving } from '../after-press.ts'
import { frameInProgramme } from '../programme-scope.ts'
import { memberFor } from './person-data.ts'
import { personPage } from './person.tsx'
import { readRules } from './rules-form.ts'

/** A person's rules for every session, and closed weeks. */
export function rulesPages(app: App): void {
  app.post('/people/:id/rules', async (c) => {
    const found = await memberFor(c)
    if (!found) return missing(c)
    const fields = await fieldsOf(c)
    const { policy } = found.scope.programme
    const typed = readRules(fields, found.member, policy, frameInProgramme(c, 'people', found.scope))
    const errors = typed.ok ? [] : typed.refusal
    const form = { values: { 'rule-short': '', ...stringsOf(fields) }, errors }
    if (!typed.ok) return personPage(c, found, form, null)

    const changed = await changePerson(
      c.get('platform'),
      found.member.id,
      { rules: typed.value },
      managerOf(c),
      { programmeId: found.scope.programme.id },
    )
    return changed.ok
      ? c.redirect(afterSaving(paths.person(found.member.id), 'rules'), 303)
      : personPage(c, found, form, changed.refusal)
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
      return found ? personPage(c, found, form, null) : ownHoursPage(c, form)
    }
    const ownerId = found?.member.id ?? person.id
    const closed = await closeWeek(c.get('platform'), ownerId, day, actingOn(c, ownerId))
    if (!closed.ok) return refused(c, closed.refusal)
    return c.redirect(
      afterSaving(found ? `${paths.person(found.member.id)}#hours` : paths.hours, 'week'),
      303,
    )
  })
}

function badDay(closedWeek: string, message: string): FormState {
  return { values: { closedWeek }, errors: [{ field: 'closedWeek', message }] }
}
