import type { PersonId, SignInId } from '../../domain/ids.ts'
import { type Ending, type Standing, whyEnded } from '../../domain/people/capability.ts'
import { addressesOf, type Person } from '../../domain/people/person.ts'
import { lastsOf, whyOver } from '../../domain/sign-in/lasts.ts'
import { after, type Instant } from '../../domain/time/time.ts'
import { hashOf, type Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import {
  endSignIns,
  insertSignIn,
  readSignIn,
  readSignInOfCookie,
  type SignInReading,
  spendSignIn,
} from '../../storage/sign-in/sign-in.ts'

/** What becomes of a sign-in link: `spent` is unknown, used or too old, `ended` is no longer its reader's. */
export type OfferedSignIn =
  | {
      readonly kind: 'offered'
      readonly id: SignInId
      readonly person: Person
      /** The page that was asked for. */
      readonly wayBack: string | null
    }
  | {
      readonly kind: 'ended'
      readonly person: Person
      /** To which the link went. */
      readonly address: string | null
      readonly manager: Pick<Person, 'name' | 'email'>
    }
  | { readonly kind: 'spent'; readonly wayBack: string | null; readonly person: Person | null }

/** Reading does not use the link. */
export async function findOfferedSignIn({ db, now }: Platform, token: string): Promise<OfferedSignIn> {
  const reading = await readSignIn(db, token, now())
  if (!reading) return SPENT
  const { signIn, person, manager } = reading
  if (whyEnded({ ...signIn, purpose: 'sign-in' }, standingOf(reading)))
    return manager ? { kind: 'ended', person, address: signIn.address, manager } : SPENT
  const { id, wayBack } = signIn
  const isOpen = signIn.usedAt === null && signIn.linkUntil > now()
  return isOpen ? { kind: 'offered', id, person, wayBack } : { kind: 'spent', wayBack, person }
}

const SPENT = { kind: 'spent', wayBack: null, person: null } as const

function standingOf({ person, roles, isOwner, answersForSomebody }: SignInReading): Standing {
  return { addresses: addressesOf(person), roles, isOwner, answersForSomebody, situation: null }
}

export type SignInWish = {
  readonly token: string
  /** Whether the device is the reader's alone. */
  readonly trusted: boolean
  /** The sign-in that this browser has until now. */
  readonly instead: SignInId | null
}

export type StartedSignIn = Extract<OfferedSignIn, { kind: 'offered' }> & {
  readonly trusted: boolean
  readonly untilAt: Instant
}

/** Uses the link, once. */
export async function signIn(
  platform: Platform,
  { token, trusted, instead }: SignInWish,
): Promise<StartedSignIn | Exclude<OfferedSignIn, { kind: 'offered' }>> {
  const offered = await findOfferedSignIn(platform, token)
  if (offered.kind !== 'offered') return offered

  const now = platform.now()
  const untilAt = after(now, lastsOf({ trusted }).mostMs)
  const use = { now, untilAt, trusted, instead }
  return (await spendSignIn(platform.db, offered.id, use)) ? { ...offered, trusted, untilAt } : SPENT
}

/** Ends this sign-in of the person, or all by the addresses that he has where he is signed in. */
export async function signOut({ db, now }: Platform, person: Person, id: SignInId | null): Promise<void> {
  await endSignIns(db, person, { id, now: now() })
}

/** Why a sign-in is over, and whose it was; null if it goes on or was never there. */
export type EndedSignIn = {
  readonly personId: PersonId
  readonly why:
    | Extract<Ending, 'address' | 'membership' | 'relation'>
    | NonNullable<ReturnType<typeof whyOver>>
}

export async function findEndedSignIn(
  { db, now }: Platform,
  { id, seenAt }: { readonly id: SignInId; readonly seenAt: Instant | null },
): Promise<EndedSignIn | null> {
  const reading = await readSignInOfCookie(db, id, now())
  if (!reading) return null
  const { signIn } = reading
  const ended = whyEnded({ ...signIn, purpose: 'session' }, standingOf(reading))
  const lost = ended === 'pairing' ? null : ended
  const why = lost ?? whyOver(signIn, seenAt, now())
  return why && { personId: signIn.personId, why }
}

/** Signs a person in without a mail, for the links of the development pages. */
export async function signInDirectly(
  platform: Platform,
  personId: PersonId,
  trusted: boolean,
): Promise<Pick<StartedSignIn, 'id' | 'trusted' | 'untilAt'>> {
  const { db, newId, tokenOf } = platform
  const now = platform.now()
  const id = newId('sgn')
  const tokenHash = await hashOf(await tokenOf(id))
  const untilAt = after(now, lastsOf({ trusted }).mostMs)
  await inOneBatch(db, [
    insertSignIn(db, {
      id,
      tokenHash,
      personId,
      askedAt: now,
      linkUntil: now,
      usedAt: now,
      untilAt,
      trusted,
    }),
  ])
  return { id, trusted, untilAt }
}
