import { KeysPage } from '../../../web/pages/key/keys.tsx'
import { paths } from '../../../web/pages/paths.ts'
import { EMPTY_FORM, type FormState } from '../../../web/parts/form.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { endOwnKey } from '../../actions/key/end.ts'
import { type MadeKey, makeKey } from '../../actions/key/make.ts'
import { isId, type ProgrammeId } from '../../domain/ids.ts'
import { isKeyOpen, type Key, type KeyAccess, lastDayOfKey } from '../../domain/key/key.ts'
import type { KeyWish } from '../../domain/key/make.ts'
import { MAX_KEY_NAME_CHARACTERS } from '../../domain/limits.ts'
import { managedBy } from '../../domain/people/permission.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { addDays } from '../../domain/time/days.ts'
import { toWall } from '../../domain/time/zones.ts'
import { listKeys } from '../../storage/key/key.ts'
import { pathId } from '../api/load.ts'
import { type App, type AppContext, identityOf } from '../context.ts'
import { typedByReader } from '../forms/dates.ts'
import { fieldReaderOf, type FormFields } from '../forms/field-reader.ts'
import { fieldsOf, stringsOf } from '../forms/fields.ts'
import { frameOf } from '../frame.ts'
import { afterSaving } from '../manager/after-press.ts'
import { explain } from '../refusals.ts'
import { refused } from '../responses.tsx'

/** Three months, if nobody says another day. */
const USUAL_DAYS = 90

/** Where a manager or the owner makes and ends keys. */
export function keyPages(app: App): void {
  app.get(paths.keys, (c) => page(c, EMPTY_FORM))

  app.post(paths.keys, async (c) => {
    const { person, actor, isOwner } = identityOf(c)
    const fields = await fieldsOf(c)
    const values = stringsOf(fields)
    const wish = readWish(c, fields)
    if (!wish.ok) return page(c, { values, errors: wish.refusal })
    const made = await makeKey(c.get('platform'), wish.value, { maker: person, actor, isOwner })
    if (!made.ok) return page(c, { values, errors: [errorOf(c, made.refusal)] })
    // Its secret is nowhere but in this answer, so nothing leads on to another page.
    return page(c, EMPTY_FORM, made.value)
  })

  app.post('/keys/:id/revocation', async (c) => {
    const ended = await endOwnKey(c.get('platform'), pathId(c, 'key'), identityOf(c).person.id)
    return ended.ok ? c.redirect(afterSaving(paths.keys, 'key-ended'), 303) : refused(c, ended.refusal)
  })
}

async function page(c: AppContext, form: FormState, made: MadeKey | null = null): Promise<Response> {
  const { person } = identityOf(c)
  const { db, now, newId } = c.get('platform')
  const keys = await listKeys(db, person.id)
  const data = {
    lines: keys.map((key) => lineOf(c, key)),
    made: made && { token: made.token },
    accesses: accessesOf(c),
    programmes: managedOf(c),
    newId: newId('key'),
    usualEnd: addDays(toWall(person.zone, now()).day, USUAL_DAYS),
  }
  return c.html(
    <KeysPage frame={frameOf(c, null)} {...data} form={form} />,
    form.errors.length > 0 ? 422 : 200,
  )
}

function lineOf(c: AppContext, key: Key) {
  const { person, programmes } = identityOf(c)
  const names = new Map(programmes.map(({ id, name }) => [id, name]))
  return {
    ...key,
    isOpen: isKeyOpen(key, c.get('platform').now()),
    lastDay: lastDayOfKey(key, person.zone),
    programmes: key.programmes.map((id) => names.get(id) ?? id),
  }
}

function managedOf(c: AppContext) {
  const { actor, programmes } = identityOf(c)
  const managed = new Set<ProgrammeId>(managedBy(actor))
  return programmes.filter(({ id }) => managed.has(id))
}

function accessesOf(c: AppContext): readonly KeyAccess[] {
  const ofProgrammes: readonly KeyAccess[] = managedOf(c).length > 0 ? ['read', 'write'] : []
  return identityOf(c).isOwner ? [...ofProgrammes, 'health'] : ofProgrammes
}

function readWish(c: AppContext, fields: FormFields): Result<KeyWish, FormState['errors']> {
  const { rules, keys: words } = wordsFor(identityOf(c).person)
  const reader = fieldReaderOf(fields, rules, typedByReader(c))
  const name = reader.text('name')
  if (name === '' || name.length > MAX_KEY_NAME_CHARACTERS) reader.wrong('name', words.badName)
  const access = accessesOf(c).find((each) => each === fields['access']) ?? 'read'
  const programmes = reader.checked('programme-').filter((id): id is ProgrammeId => isId('prg', id))
  if (access !== 'health' && programmes.length === 0) reader.wrong('', words.noProgramme)
  const expiresOn = reader.day('expiresOn')
  if (expiresOn === null) reader.wrong('expiresOn', words.badDay)
  if (reader.errors.length > 0 || expiresOn === null) return refuse(reader.errors)
  const { id = '' } = fields
  return accept({
    id: isId('key', id) ? id : c.get('platform').newId('key'),
    name,
    access,
    programmes,
    expiresOn,
  })
}

function errorOf(c: AppContext, refusal: Refusal) {
  const { code, sentence } = explain(refusal, identityOf(c).person)
  c.set('refused', code)
  const isOfDay = refusal.reason === 'day-passed' || refusal.reason === 'key-too-long'
  return { field: isOfDay ? 'expiresOn' : '', message: sentence }
}
