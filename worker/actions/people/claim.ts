import type { SignInId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { isSameMac } from '../../domain/seal/same-mac.ts'
import { lastsOf } from '../../domain/sign-in/lasts.ts'
import { after, type Instant } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { isAnybodyHere } from '../../storage/people/person.ts'
import { whyTooOften } from '../rate-limit.ts'
import { type FirstManager, makeFirstManager } from './make-first-manager.ts'

/** Whether there is a secret, and nobody yet. */
export async function canBeClaimed({ db, settings }: Platform): Promise<boolean> {
  return settings.ownerClaim !== '' && !(await isAnybodyHere(db))
}

/** Whether this is the secret; the refusal, if its network tried too many of them, right or wrong. */
export async function judgeClaim(
  platform: Platform,
  secret: string,
  network: string,
): Promise<Result<boolean, Refusal>> {
  const tooOften = await whyTooOften(platform, 'claim', network)
  return tooOften ?? accept(await isSecret(platform, secret.trim()))
}

/** MACs are compared, so the time that it takes tells nothing of the secret. */
async function isSecret({ settings, sign }: Platform, secret: string): Promise<boolean> {
  if (settings.ownerClaim === '') return false
  return isSameMac(await sign(`claim:${secret}`), await sign(`claim:${settings.ownerClaim}`))
}

export type ClaimedSignIn = { readonly id: SignInId; readonly trusted: boolean; readonly untilAt: Instant }

/** Makes the owner with her programme and signs her in, by one batch; `not-found` if somebody was first. */
export async function claim(
  platform: Platform,
  { programmeName, ...owner }: FirstManager & { readonly programmeName: string },
): Promise<Result<ClaimedSignIn, Refusal>> {
  const { newId, now } = platform
  const usedAt = now()
  const until = after(usedAt, lastsOf({ trusted: false }).mostMs)
  const signIn = { id: newId('sgn'), linkId: newId('lnk'), until, usedAt }
  const made = await makeFirstManager(platform, owner, { programmeName, signIn })
  if (made.ok) return accept({ id: signIn.id, trusted: false, untilAt: until })
  return made.refusal.reason === 'id-taken' ? refuse({ reason: 'not-found' }) : made
}
