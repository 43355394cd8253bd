import { paths } from '../../../web/pages/paths.ts'
import { ClaimPage } from '../../../web/pages/public/claim.tsx'
import { EMPTY_FORM, type FieldError, type FormState } from '../../../web/parts/form.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { canBeClaimed, claim, judgeClaim } from '../../actions/people/claim.ts'
import type { FirstManager } from '../../actions/people/make-first-manager.ts'
import { MAX_PERSON_NAME_CHARACTERS, MAX_PROGRAMME_NAME_CHARACTERS } from '../../domain/limits.ts'
import { parseAddress } from '../../domain/people/address.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { networkOf } from '../../domain/sign-in/network.ts'
import type { App, AppContext } from '../context.ts'
import { writeCookie } from '../cookie.ts'
import { fieldsOf, stringsOf } from '../forms/fields.ts'
import { outwardErrors } from '../forms/outward.ts'
import { readZone } from '../forms/zone.ts'
import { sheetOf, strangerOf } from '../frame.ts'
import { missing, refused } from '../responses.tsx'
import { zoneOf } from './zone-of.ts'

/** An empty installation is claimed by the secret that its operator set. Once anybody is there, this is no page. */
export function claimRoutes(app: App): void {
  app.get(paths.claim, async (c) =>
    (await canBeClaimed(c.get('platform'))) ? page(c, EMPTY_FORM) : missing(c),
  )

  app.post(paths.claim, async (c) => {
    const platform = c.get('platform')
    if (!(await canBeClaimed(platform))) return missing(c)
    const fields = await fieldsOf(c)
    const { secret = '', ...typed } = fields
    const values = stringsOf(typed)
    const right = await judgeClaim(platform, secret, networkOf(c.req.header('CF-Connecting-IP')))
    if (!right.ok) return refused(c, right.refusal)
    // Only here, after it was right, is the secret shown again.
    if (!right.value) return page(c, { values, errors: [{ field: 'secret', message: wordsOf(c).badSecret }] })
    const owner = readOwner(c, values)
    if (!owner.ok) return page(c, { values: { ...values, secret }, errors: owner.refusal })
    const claimed = await claim(platform, owner.value)
    if (claimed.ok) {
      await writeCookie(c, claimed.value)
      return c.redirect(paths.today, 303)
    }
    const errors = outwardErrors(claimed.refusal, strangerOf(c), { shortName: 'programme' })
    return errors
      ? page(c, {
          values: { ...values, secret },
          errors: errors.filter(({ field }) => field === 'programme'),
        })
      : refused(c, claimed.refusal)
  })
}

function readOwner(
  c: AppContext,
  values: FormState['values'],
): Result<FirstManager & { readonly programmeName: string }, readonly FieldError[]> {
  const { people, programmes } = wordsFor(strangerOf(c))
  const text = (name: string) => values[name]?.trim() ?? ''
  const [name, programmeName, zone] = [text('name'), text('programme'), readZone(text('zone'))]
  const email = parseAddress(text('email'))
  const isName = name !== '' && name.length <= MAX_PERSON_NAME_CHARACTERS
  const isProgramme = programmeName !== '' && programmeName.length <= MAX_PROGRAMME_NAME_CHARACTERS
  const errors: FieldError[] = [
    ...(isName ? [] : [{ field: 'name', message: people.badName }]),
    ...(email.ok ? [] : [{ field: 'email', message: people.badEmail[email.fault] }]),
    ...(isProgramme ? [] : [{ field: 'programme', message: programmes.badName }]),
    ...(zone === null ? [{ field: 'zone', message: people.badZone(text('zone')) }] : []),
  ]
  if (errors.length > 0 || !email.ok || zone === null) return refuse(errors)
  return accept({ name, email: email.address, programmeName, zone, locale: strangerOf(c).locale })
}

function wordsOf(c: AppContext) {
  return wordsFor(strangerOf(c)).claim
}

function page(c: AppContext, form: FormState) {
  const frame = sheetOf(c, strangerOf(c))
  const status = form.errors.length > 0 ? 422 : 200
  return c.html(<ClaimPage frame={frame} form={form} zone={zoneOf(c)} />, status)
}
