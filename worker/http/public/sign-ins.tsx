import { paths } from '../../../web/pages/paths.ts'
import { SignInAgainPage } from '../../../web/pages/public/sign-in-again.tsx'
import { SignInsPage } from '../../../web/pages/public/sign-ins.tsx'
import { signOut } from '../../actions/sign-in/sign-in.ts'
import { isId } from '../../domain/ids.ts'
import { shownAddress } from '../../domain/people/address.ts'
import { listSignIns } from '../../storage/sign-in/sign-in.ts'
import { type App, identityOf } from '../context.ts'
import { dropCookie } from '../cookie.ts'
import { fieldsOf } from '../forms/fields.ts'
import { frameOf, sheetOf } from '../frame.ts'
import { hasRole } from '../has-role.ts'
import { afterSaving } from '../manager/after-press.ts'
import { missing } from '../responses.tsx'
import { hasKept, ownPath } from '../way-back/own-path.ts'
import { sendLink } from './sign-in.tsx'

/** Where somebody is signed in; and a new link for what asks for a young one. */
export function signInsPages(app: App): void {
  app.get(paths.signIns, async (c) => {
    const { person, signIn } = identityOf(c)
    const { db, now } = c.get('platform')
    const lines = await listSignIns(db, person, now())
    const signIns = lines.map(({ id, usedAt, untilAt, trusted }) => ({
      ...{ id, trusted, since: usedAt ?? untilAt, until: untilAt },
      isThis: id === signIn?.id,
    }))
    const identity = identityOf(c)
    const hasKeys = hasRole(identity, 'manager') || hasRole(identity, 'owner')
    return c.html(<SignInsPage frame={frameOf(c, null)} signIns={signIns} hasKeys={hasKeys} />)
  })

  app.post(paths.signIns, async (c) => {
    const { person, signIn } = identityOf(c)
    const { id = '', all } = await fieldsOf(c)
    if (all !== 'yes' && !isId('sgn', id)) return missing(c)
    const ended = all === 'yes' ? null : isId('sgn', id) ? id : null
    await signOut(c.get('platform'), person, ended)
    if (ended !== null && ended !== signIn?.id)
      return c.redirect(afterSaving(paths.signIns, 'signed-out'), 303)
    dropCookie(c)
    return c.redirect(paths.signIn, 303)
  })

  app.get(paths.signInAgain, (c) => {
    const { person, signIn } = identityOf(c)
    const back = ownPath(c.req.query('back'))
    // A new link was opened meanwhile, in another tab.
    if (signIn?.isLinkFresh) return c.redirect(back ?? '/', 303)
    const isFormKept = back !== null && hasKept(back)
    const data = { email: shownAddress(person.email), back, isFormKept }
    return c.html(<SignInAgainPage frame={sheetOf(c, person)} {...data} />)
  })

  app.post(paths.signInAgain, async (c) => {
    const { person } = identityOf(c)
    const path = ownPath((await fieldsOf(c))['back'])
    return sendLink(c, person.email, path === null ? null : { path, of: person.id })
  })
}
