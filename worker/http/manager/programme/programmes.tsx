import { ProgrammesPage } from '../../../../web/pages/manager/programme/programmes.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { EMPTY_FORM, type FieldError, type FormState } from '../../../../web/parts/form.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { makeProgramme } from '../../../actions/programme/make.ts'
import { isId } from '../../../domain/ids.ts'
import { MAX_PROGRAMME_NAME_CHARACTERS, MAX_PROGRAMME_SHORT_NAME_CHARACTERS } from '../../../domain/limits.ts'
import { shortNameOf } from '../../../domain/programme/programme.ts'
import { countPairings } from '../../../storage/pairing/pairing.ts'
import { type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { outwardErrors, outwardReasonIn } from '../../forms/outward.ts'
import { missing, refused } from '../../responses.tsx'
import { afterSaving } from '../after-press.ts'
import { type ProgrammeScope, frameInProgramme, programmeScope } from '../programme-scope.ts'

/** The programmes a manager manages. Who creates another one becomes its manager. */
export function programmePages(app: App): void {
  app.get(paths.programmes, async (c) => {
    const scope = programmeScope(c)
    return scope ? page(c, scope, EMPTY_FORM) : missing(c)
  })

  app.post(paths.programmes, async (c) => {
    const scope = programmeScope(c)
    if (!scope) return missing(c)
    const fields = await fieldsOf(c)
    const { name = '', shortName = '', id = '' } = fields
    const errors = whatIsWrong(c, name.trim(), shortName.trim())
    if (errors.length > 0) return page(c, scope, { values: stringsOf(fields), errors })

    const wish = {
      id: isId('prg', id) ? id : c.get('platform').newId('prg'),
      name: name.trim(),
      shortName: shortName.trim() || shortNameOf(name.trim()),
      policy: {},
      managerId: identityOf(c).person.id,
    }
    const reason = outwardReasonIn(fields)
    const made = await makeProgramme(c.get('platform'), { ...wish, ...(reason && { reason }) }, managerOf(c))
    const indiscreet = made.ok ? null : outwardErrors(made.refusal, identityOf(c).person)
    if (indiscreet) return page(c, scope, { values: stringsOf(fields), errors: indiscreet })
    if (!made.ok) return refused(c, made.refusal)
    return c.redirect(
      afterSaving(`${paths.programme(made.value.id)}?programme=${made.value.id}`, 'opened'),
      303,
    )
  })
}

function whatIsWrong(c: AppContext, name: string, shortName: string): readonly FieldError[] {
  const words = wordsFor(identityOf(c).person).programmes
  return [
    ...(name === '' || name.length > MAX_PROGRAMME_NAME_CHARACTERS
      ? [{ field: 'name', message: words.badName }]
      : []),
    ...(shortName.length > MAX_PROGRAMME_SHORT_NAME_CHARACTERS
      ? [{ field: 'shortName', message: words.badShortName }]
      : []),
  ]
}

async function page(c: AppContext, scope: ProgrammeScope, form: FormState) {
  const { db, newId } = c.get('platform')
  const counts = await countPairings(
    db,
    scope.programmes.map(({ id }) => id),
  )
  const programmes = scope.programmes.map(({ id, name }) => ({
    id,
    name,
    pairings: counts.get(id) ?? 0,
    href: `${paths.today}?programme=${id}`,
  }))
  const frame = frameInProgramme(c, null, scope)
  return c.html(
    <ProgrammesPage frame={frame} programmes={programmes} newId={newId('prg')} form={form} />,
    form.errors.length > 0 ? 422 : 200,
  )
}
