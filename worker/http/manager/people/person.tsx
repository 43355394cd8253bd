import { PersonPage } from '../../../../web/pages/manager/people/person.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { EMPTY_FORM, type FormState } from '../../../../web/parts/form.ts'
import type { Notice } from '../../../../web/parts/page-frame.ts'
import { changePerson } from '../../../actions/people/change.ts'
import { setAvailability } from '../../../actions/slot/set-availability.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { isAnywhere } from '../../../domain/people/permission.ts'
import type { Role } from '../../../domain/people/person.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { listSuppressed } from '../../../storage/letter/suppression.ts'
import { listAssistants } from '../../../storage/people/assistant.ts'
import { findRolesReading } from '../../../storage/people/roles.ts'
import { findAvailability } from '../../../storage/slot/availability.ts'
import { recordAccess } from '../../access-log.ts'
import { actingOn, type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import type { FormFields } from '../../forms/field-reader.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { readHours } from '../../forms/hours.ts'
import { frameOf } from '../../frame.ts'
import { ownHoursPage } from '../../mentor/hours.tsx'
import { explain } from '../../refusals.ts'
import { missing } from '../../responses.tsx'
import { afterSaving } from '../after-press.ts'
import { frameInProgramme } from '../programme-scope.ts'
import { afterSetting, asPutBack, expectedBack, putsBack } from '../put-back.ts'
import { readHoursMove, whyNotMoved } from './moving.ts'
import { type ScopedMember, memberFor, personData } from './person-data.ts'
import { personId, readPerson, shortNameTyped } from './person-form.ts'
import { rolesEnding, whyNotEnding } from './roles-ending.ts'
import { ALL_ASSISTANTS, assistantsSetting, basicsSetting, hoursSetting } from './settings.ts'

/** The page of a person: basics, hours, assistants. */
export function personPages(app: App): void {
  app.get('/people/:id', async (c) => {
    const found = await memberFor(c)
    if (!found) return missing(c)
    if (found.member.roles.includes('executive')) await recordAccess(c, found.member.id, '/people/:id')
    return personPage(c, found, EMPTY_FORM, null)
  })

  app.post('/people/:id', async (c) => {
    const found = await memberFor(c)
    if (!found) return missing(c)
    const fields = await fieldsOf(c)
    const form = { values: stringsOf(fields), errors: [] }
    const frame = frameInProgramme(c, 'people', found.scope)
    const typed = readPerson(fields, frame, found.member.roles)
    if (!typed.ok) return personPage(c, found, { ...form, errors: typed.refusal }, null)

    const ending = rolesEnding(found.member, typed.value)
    const unasked = (await isNeeded(c, found, ending)) ? [] : whyNotEnding(ending, fields, frame)
    if (unasked.length > 0) return personPage(c, found, { ...form, errors: unasked }, null)

    const shortName = shortNameTyped(fields, typed.value, found.member)
    const keepsOldAddress = await isStillTheirs(c, fields['oldAddress'], found.member.email)
    const change = { ...typed.value, ...readHoursMove(fields), shortName, keepsOldAddress }
    const hours = await findAvailability(c.get('platform').db, found.member.id)
    const errors = whyNotMoved(found.member, hours, change, frameOf(c, 'people'))
    if (errors.length > 0) return personPage(c, found, { ...form, errors }, null)
    const setting = basicsSetting(c, found, fields['hours'] ? { hours: fields['hours'] } : {})
    const before = await setting.read()
    const changed = await changePerson(c.get('platform'), found.member.id, change, managerOf(c), {
      programmeId: found.scope.programme.id,
      expected: expectedBack(fields, setting),
    })
    if (!changed.ok) return notSaved(c, found, fields, changed.refusal)
    // Whoever ends her own part in a programme has no page of its people any more.
    const page = (await memberFor(c)) ? `${paths.person(found.member.id)}#basics` : paths.people
    return c.redirect(await afterSetting(c, page, 'basics', { setting, before, fields }), 303)
  })

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
    if (!changed.ok) return notSaved(c, found, fields, changed.refusal)
    const page = `${paths.person(found.member.id)}#assistants`
    // Whoever was removed has lost her links, and would not have them back.
    const location = fields['remove']
      ? afterSaving(page, 'removed')
      : await afterSetting(c, page, 'assistant', { setting, before, fields })
    return c.redirect(location, 303)
  })

  app.post('/people/:id/availability', async (c) => {
    const { person, actor } = identityOf(c)
    const isOwn = c.req.param('id') === person.id && isAnywhere(actor, 'mentor')
    const found = await memberFor(c)
    if (!isOwn && !found) return missing(c)

    const fields = await fieldsOf(c)
    const owner = found?.member ?? person
    const hours = readHours(fields, fields['zone'] ?? owner.zone, frameOf(c, 'hours'))
    const form = { values: stringsOf(fields), errors: hours.ok ? [] : hours.refusal }
    if (!hours.ok) return found ? personPage(c, found, form, null) : ownHoursPage(c, form)

    const setting = hoursSetting(c, owner)
    const before = await setting.read()
    const by = actingOn(c, owner.id)
    const expected = expectedBack(fields, setting)
    const written = await setAvailability(c.get('platform'), owner.id, hours.value, by, expected)
    if (!written.ok)
      return found
        ? notSaved(c, found, fields, written.refusal)
        : ownHoursPage(c, EMPTY_FORM, asPutBack(fields, written.refusal))
    const page = found ? `${paths.person(owner.id)}#hours` : paths.hours
    return c.redirect(await afterSetting(c, page, 'hours', { setting, before, fields }), 303)
  })
}

/** The page with what was typed; where something was to be put back, with what stands now. */
export async function notSaved(c: AppContext, found: ScopedMember, fields: FormFields, refusal: Refusal) {
  if (!putsBack(fields)) return personPage(c, found, { values: stringsOf(fields), errors: [] }, refusal)
  return personPage(c, (await memberFor(c)) ?? found, EMPTY_FORM, asPutBack(fields, refusal))
}

/** Such a role cannot end at all, and the refusal says so. */
async function isNeeded(c: AppContext, { scope, member }: ScopedMember, ending: readonly Role[]) {
  if (ending.length === 0) return false
  const { inUse } = await findRolesReading(c.get('platform').db, scope.programme.id, member.id)
  return ending.some((role) => inUse.includes(role))
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

/** As long as nobody says otherwise, an address that gets mail stays one of theirs. */
async function isStillTheirs(c: AppContext, said: string | undefined, email: string): Promise<boolean> {
  if (said === 'yes' || said === 'no') return said === 'yes'
  const { db, now } = c.get('platform')
  return (await listSuppressed(db, [email], now())).size === 0
}

/** The page with what was typed, the errors at its fields, and the refusal of a rule. */
export async function personPage(
  c: AppContext,
  found: ScopedMember,
  form: FormState,
  refusal: Refusal | null,
) {
  const explained = refusal && explain(refusal, identityOf(c).person)
  if (explained) c.set('refused', explained.code)
  const notice: Notice | null = explained ? { tone: 'refused', sentence: explained.sentence } : null
  const frame = frameInProgramme(c, 'people', found.scope, notice)
  const data = await personData(c.get('platform'), found, frame, form)
  return c.html(<PersonPage {...data} />, explained?.status ?? (form.errors.length > 0 ? 422 : 200))
}
