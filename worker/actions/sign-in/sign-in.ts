import type { PersonId, SignInId } from '../../domain/ids.ts'
import { whyEnded } from '../../domain/people/capability.ts'
import { addressesOf, type Person } from '../../domain/people/person.ts'
import { after, DAY } from '../../domain/time/time.ts'
import { hashOf, type Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { endSignIn, insertSignIn, readSignIn, spendSignIn } from '../../storage/sign-in/sign-in.ts'

/** The longest a sign-in lasts; idle time ends it earlier. */
export const MAX_SIGN_IN_MS = 7 * DAY

/** What becomes of a sign-in link: `spent` is unknown, used or too old, `ended` is no longer its reader's. */
export type OfferedSignIn =
  | { readonly kind: 'offered'; readonly id: SignInId; readonly person: Person }
  | { readonly kind: 'ended'; readonly person: Person; readonly manager: Pick<Person, 'name' | 'email'> }
  | { readonly kind: 'spent' }

/** Reading does not use the link. */
export async function findOfferedSignIn({ db, now }: Platform, token: string): Promise<OfferedSignIn> {
  const reading = await readSignIn(db, token)
  if (!reading) return SPENT
  const { signIn, person, roles, isOwner, manager } = reading
  const standing = { addresses: addressesOf(person), roles, isOwner, situation: null }
  if (whyEnded({ ...signIn, purpose: 'sign-in' }, standing))
    return manager ? { kind: 'ended', person, manager } : SPENT
  const isOpen = signIn.usedAt === null && signIn.linkUntil > now()
  return isOpen ? { kind: 'offered', id: signIn.id, person } : SPENT
}

const SPENT: OfferedSignIn = { kind: 'spent' }

/** Uses the link, once. */
export async function signIn(platform: Platform, token: string): Promise<OfferedSignIn> {
  const offered = await findOfferedSignIn(platform, token)
  if (offered.kind !== 'offered') return offered

  const now = platform.now()
  return (await spendSignIn(platform.db, offered.id, now, after(now, MAX_SIGN_IN_MS))) ? offered : SPENT
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
