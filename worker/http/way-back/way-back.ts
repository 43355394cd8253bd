import { paths } from '../../../web/pages/paths.ts'
import { keepForm } from '../../actions/sign-in/keep-form.ts'
import { type EndedSignIn, findEndedSignIn } from '../../actions/sign-in/sign-in.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { AppContext } from '../context.ts'
import { lastSignIn } from '../cookie.ts'
import { allFieldsOf } from '../forms/fields.ts'
import { ownPath, pageOfForm, withKept } from './own-path.ts'

/** Why this browser is signed out, and who was signed in; null if nobody was. */
export async function endedOf(c: AppContext): Promise<EndedSignIn | null> {
  const last = c.get('identity') ? null : await lastSignIn(c)
  return last && findEndedSignIn(c.get('platform'), last)
}

/** The page for signing in; it leads back to what was asked for, and a form comes back with what was typed. */
export async function toSignIn(c: AppContext): Promise<Response> {
  const { method, path, url } = c.req
  if (method === 'GET' || method === 'HEAD')
    return c.redirect(leadingBack(paths.signIn, ownPath(`${path}${new URL(url).search}`)), 303)
  if (method !== 'POST') return c.redirect(paths.signIn, 303)
  const ended = await endedOf(c)
  return c.redirect(leadingBack(paths.signIn, await pageWithForm(c, ended?.personId ?? null)), 303)
}

/** The page of the form that was sent, with the form kept for this person; nobody known, nothing kept. */
export async function pageWithForm(c: AppContext, personId: PersonId | null): Promise<string | null> {
  const page = pageOfForm(c)
  if (page === null || personId === null) return page
  const action = `${c.req.path}${new URL(c.req.url).search}`
  const id = await keepForm(c.get('platform'), { action, fields: await allFieldsOf(c) }, personId)
  return id === null ? page : ownPath(withKept(page, id))
}

export function leadingBack(to: string, back: string | null): string {
  return back === null ? to : `${to}?${new URLSearchParams({ back })}`
}
