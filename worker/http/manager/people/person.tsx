import { PersonPage } from '../../../../web/pages/manager/people/person.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { EMPTY_FORM, type FormState } from '../../../../web/parts/form.ts'
import { changePerson } from '../../../actions/people/change.ts'
import { setAvailability } from '../../../actions/slot/set-availability.ts'
import { isAnywhere } from '../../../domain/people/permission.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { recordAccess } from '../../access-log.ts'
import { actingOn, type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { readHours } from '../../forms/hours.ts'
import { frameOf } from '../../frame.ts'
import { ownHoursPage } from '../../mentor/hours.tsx'
import { explain } from '../../refusals.ts'
import { missing, refused } from '../../responses.tsx'
import { frameInProgramme } from '../programme-scope.ts'
import { type Known, memberFor, personData } from './person-data.ts'
import { personId, readPerson } from './person-form.ts'

/** One person of her programmes: basics, hours, who answers for him. */
export function personPages(app: App): void {
  app.get('/people/:id', async (c) => {
    const known = await memberFor(c)
    if (!known) return missing(c)
    if (known.member.roles.includes('executive')) await recordAccess(c, known.member.id, '/people/:id')
    return personPage(c, known, EMPTY_FORM, null)
  })

  app.post('/people/:id', async (c) => {
    const known = await memberFor(c)
    if (!known) return missing(c)
    const fields = await fieldsOf(c)
    const form = { values: stringsOf(fields), errors: [] }
    const typed = readPerson(fields, frameInProgramme(c, 'people', known.desk))
    if (!typed.ok) return personPage(c, known, { ...form, errors: typed.refusal }, null)

    const { roles: _roles, ...change } = typed.value
    const changed = await changePerson(c.get('platform'), known.member.id, change, managerOf(c), {
      programmeId: known.desk.programme.id,
    })
    return changed.ok
      ? c.redirect(paths.person(known.member.id), 303)
      : personPage(c, known, form, changed.refusal)
  })

  app.post('/people/:id/assistants', async (c) => {
    const known = await memberFor(c)
    if (!known) return missing(c)
    const fields = await fieldsOf(c)
    const assistantId = personId(fields['assistantId'] ?? '')
    const change = { assistantIds: assistantId ? [assistantId] : [] }
    const changed = await changePerson(c.get('platform'), known.member.id, change, managerOf(c), {
      programmeId: known.desk.programme.id,
    })
    const form = { values: stringsOf(fields), errors: [] }
    return changed.ok
      ? c.redirect(paths.person(known.member.id), 303)
      : personPage(c, known, form, changed.refusal)
  })

  app.post('/people/:id/availability', async (c) => {
    const { person, actor } = identityOf(c)
    const isOwn = c.req.param('id') === person.id && isAnywhere(actor, 'mentor')
    const known = await memberFor(c)
    if (!isOwn && !known) return missing(c)

    const fields = await fieldsOf(c)
    const owner = known?.member ?? person
    const hours = readHours(fields, fields['zone'] ?? owner.zone, frameOf(c, 'hours'))
    const form = { values: stringsOf(fields), errors: hours.ok ? [] : hours.refusal }
    if (!hours.ok) return known ? personPage(c, known, form, null) : ownHoursPage(c, form)

    const written = await setAvailability(c.get('platform'), owner.id, hours.value, actingOn(c, owner.id))
    if (!written.ok) return refused(c, written.refusal)
    return c.redirect(known ? paths.person(owner.id) : paths.hours, 303)
  })
}

/** The same page with what was typed, the sentences beside its fields, and what a rule refused. */
export async function personPage(c: AppContext, known: Known, form: FormState, refusal: Refusal | null) {
  const explained = refusal && explain(refusal, identityOf(c).person)
  if (explained) c.set('refused', explained.code)
  const notice = explained && ({ tone: 'refused', sentence: explained.sentence } as const)
  const frame = frameInProgramme(c, 'people', known.desk, notice)
  const data = await personData(c.get('platform'), known, frame, form)
  return c.html(<PersonPage {...data} />, explained?.status ?? (form.errors.length > 0 ? 422 : 200))
}
