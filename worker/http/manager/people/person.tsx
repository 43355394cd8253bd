import { PersonPage } from '../../../../web/pages/manager/people/person.tsx'
import { MAILS, paths } from '../../../../web/pages/paths.ts'
import { EMPTY_FORM, type FormState } from '../../../../web/parts/form.ts'
import type { Notice } from '../../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { changePerson } from '../../../actions/people/change.ts'
import { setAvailability } from '../../../actions/slot/set-availability.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { isAnywhere } from '../../../domain/people/permission.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { listSuppressed } from '../../../storage/letter/suppression.ts'
import { listAssistants } from '../../../storage/people/assistant.ts'
import { findAvailability } from '../../../storage/slot/availability.ts'
import { recordAccess } from '../../access-log.ts'
import { actingOn, type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { readHours } from '../../forms/hours.ts'
import { frameOf } from '../../frame.ts'
import { ownHoursPage } from '../../mentor/hours.tsx'
import { explain } from '../../refusals.ts'
import { missing, refused } from '../../responses.tsx'
import { afterSaving } from '../after-press.ts'
import { frameInProgramme } from '../programme-scope.ts'
import { readHoursMove, whyNotMoved } from './moving.ts'
import { type ScopedMember, memberFor, personData } from './person-data.ts'
import { personId, readPerson, shortNameTyped } from './person-form.ts'

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

    const shortName = shortNameTyped(fields, typed.value, found.member)
    const keepsOldAddress = await isStillTheirs(c, fields['oldAddress'], found.member.email)
    const change = { ...typed.value, ...readHoursMove(fields), shortName, keepsOldAddress }
    const hours = await findAvailability(c.get('platform').db, found.member.id)
    const errors = whyNotMoved(found.member, hours, change, frameOf(c, 'people'))
    if (errors.length > 0) return personPage(c, found, { ...form, errors }, null)
    const changed = await changePerson(c.get('platform'), found.member.id, change, managerOf(c), {
      programmeId: found.scope.programme.id,
    })
    return changed.ok
      ? c.redirect(afterSaving(paths.person(found.member.id), 'basics'), 303)
      : personPage(c, found, form, changed.refusal)
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
    const changed = await changePerson(
      c.get('platform'),
      found.member.id,
      assistantIds ? { assistantIds } : {},
      managerOf(c),
      { programmeId: found.scope.programme.id },
    )
    const form = { values: stringsOf(fields), errors: [] }
    return changed.ok
      ? c.redirect(afterSaving(paths.person(found.member.id), 'assistant'), 303)
      : personPage(c, found, form, changed.refusal)
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

    const written = await setAvailability(c.get('platform'), owner.id, hours.value, actingOn(c, owner.id))
    if (!written.ok) return refused(c, written.refusal)
    return c.redirect(afterSaving(found ? paths.person(owner.id) : paths.hours, 'hours'), 303)
  })
}

/** Whoever is chosen takes the place of all others; only her own press removes somebody. Null: nothing changes. */
function assistantsIn(
  { assistantId = '', remove = '' }: Readonly<Record<string, string | undefined>>,
  present: readonly PersonId[],
): readonly PersonId[] | null {
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
  const notice: Notice | null = explained
    ? { tone: 'refused', sentence: explained.sentence }
    : c.req.query('saved') === MAILS
      ? { tone: 'done', sentence: wordsFor(identityOf(c).person).mails.saved }
      : null
  const frame = frameInProgramme(c, 'people', found.scope, notice)
  const data = await personData(c.get('platform'), found, frame, form)
  return c.html(<PersonPage {...data} />, explained?.status ?? (form.errors.length > 0 ? 422 : 200))
}
