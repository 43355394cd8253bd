import type { MiddlewareHandler } from 'hono'

import { isFresh } from '../../domain/sign-in/lasts.ts'
import { findSignedIn } from '../../storage/sign-in/sign-in.ts'
import { hasAssertion, identityByAccess } from '../access/by-access.ts'
import { type AppContext, type AppEnv, type Identity, isApi, isForAgents } from '../context.ts'
import { keepCookie, readCookie } from '../cookie.ts'
import { bearerIn, identityByKey } from './by-key.ts'

/**
 * Sets who asks: by Cloudflare Access or a cookie or, of the API, by a key, which then stands for itself. Agents have a key
 * and nothing else.
 */
export const identify: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.set('identity', await identityFrom(c))
  await next()
}

async function identityFrom(c: AppContext): Promise<Identity | null> {
  const bearer = isApi(c) ? bearerIn(c) : null
  if (bearer !== null) return identityByKey(c, bearer)
  if (isForAgents(c)) return null
  const byCookie = await identityByCookie(c)
  const byAccess = hasAssertion(c) ? await identityByAccess(c) : null
  // A link that was mailed to the same person opens more than Access does. Of two people, Access says who is there.
  return byAccess && byAccess.person.id !== byCookie?.person.id ? byAccess : byCookie
}

async function identityByCookie(c: AppContext): Promise<Identity | null> {
  const cookie = await readCookie(c)
  if (!cookie) return null

  const { db, now } = c.get('platform')
  const signedIn = await findSignedIn(db, cookie, now())
  if (!signedIn) return null

  const { person, memberships, programmes, isOwner, answersFor, times } = signedIn
  await keepCookie(c, { id: cookie.id, ...times }, cookie.seenAt)
  const isLinkFresh = isFresh(times, now())
  const signIn = { id: cookie.id, trusted: times.trusted, isLinkFresh }
  return {
    actor: { personId: person.id, memberships },
    person,
    programmes,
    signIn,
    key: null,
    isOwner,
    answersFor,
  }
}
