import type { MiddlewareHandler } from 'hono'

import { findLiveSignIn } from '../../storage/sign-ins.ts'
import { listMemberships } from '../../storage/memberships.ts'
import { findPerson } from '../../storage/people.ts'
import type { Ask, House, Identity } from '../context.ts'
import { keepCookie, readCookie } from '../cookie.ts'

/** Who asks. Another way to sign in, such as an access proxy, would be another function of this shape. */
export const identify: MiddlewareHandler<House> = async (c, next) => {
  c.set('identity', await identityFrom(c))
  await next()
}

async function identityFrom(c: Ask): Promise<Identity | null> {
  const carried = await readCookie(c)
  if (!carried) return null

  const { db, now } = c.get('platform')
  const signIn = await findLiveSignIn(db, carried.id, now())
  if (!signIn) return null

  const [person, memberships] = await Promise.all([
    findPerson(db, signIn.personId),
    listMemberships(db, signIn.personId),
  ])
  if (!person) return null

  await keepCookie(c, carried)
  return { actor: { personId: person.id, memberships }, person, signInId: signIn.id }
}
