import type { MiddlewareHandler } from 'hono'

import { findSignedIn } from '../../storage/sign-in/sign-in.ts'
import type { AppContext, AppEnv, Identity } from '../context.ts'
import { keepCookie, readCookie } from '../cookie.ts'

/** Sets who is signed in. Another way to sign in, such as an access proxy, would be another function of this type. */
export const identify: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.set('identity', await identityFrom(c))
  await next()
}

async function identityFrom(c: AppContext): Promise<Identity | null> {
  const cookie = await readCookie(c)
  if (!cookie) return null

  const { db, now } = c.get('platform')
  const signedIn = await findSignedIn(db, cookie.id, now())
  if (!signedIn) return null

  const { person, memberships, programmes, isOwner } = signedIn
  await keepCookie(c, cookie)
  return { actor: { personId: person.id, memberships }, person, programmes, signInId: cookie.id, isOwner }
}
