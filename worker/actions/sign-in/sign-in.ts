import type { PersonId, SignInId } from '../../domain/ids.ts'
import { after, DAY } from '../../domain/time/time.ts'
import { hashOf, type Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import {
  endSignIn,
  findSignInByToken,
  insertSignIn,
  type SignIn,
  spendSignIn,
} from '../../storage/sign-in/sign-in.ts'

/** The longest a sign-in lasts; idle time ends it earlier. */
export const MAX_SIGN_IN_MS = 7 * DAY

/** The sign-in a link offers, if it is unused, not ended and in time. Reading does not use the link. */
export async function findOfferedSignIn({ db, now }: Platform, token: string): Promise<SignIn | null> {
  const signIn = await findSignInByToken(db, token)
  const isOpen = signIn?.usedAt === null && signIn.endedAt === null && signIn.linkUntil > now()
  return isOpen ? signIn : null
}

/** Uses the link, once; null if it is unknown, used or too old. */
export async function signIn(platform: Platform, token: string): Promise<SignIn | null> {
  const offered = await findOfferedSignIn(platform, token)
  if (!offered) return null

  const now = platform.now()
  return (await spendSignIn(platform.db, offered.id, now, after(now, MAX_SIGN_IN_MS))) ? offered : null
}

export async function signOut({ db, now }: Platform, id: SignInId): Promise<void> {
  await endSignIn(db, id, now())
}

/** Signs a person in without a mail, for the links of the development pages. */
export async function signInDirectly(platform: Platform, personId: PersonId): Promise<SignInId> {
  const { db, newId, tokenOf } = platform
  const now = platform.now()
  const id = newId('sgn')
  const tokenHash = await hashOf(await tokenOf(id))
  const untilAt = after(now, MAX_SIGN_IN_MS)
  await inOneBatch(db, [
    insertSignIn(db, { id, tokenHash, personId, askedAt: now, linkUntil: now, usedAt: now, untilAt }),
  ])
  return id
}
