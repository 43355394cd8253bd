import { isId, type SignInId } from '../domain/ids.ts'
import { lastsOf } from '../domain/sign-in/lasts.ts'
import { after, DAY, instant, type Instant, MINUTE } from '../domain/time/time.ts'
import type { AppContext } from './context.ts'
import { dropHostCookie, type HostCookie, readHostCookie, writeHostCookie } from './host-cookie.ts'

const COOKIE_NAME = '__Host-sotto'
/** Which sign-in this browser had last. It opens nothing; it says why that one ended, and whose form is kept. */
const LAST_NAME = '__Host-sotto-last'
const LAST_MS = 60 * DAY
const SIGN_AGAIN_AFTER_MS = 5 * MINUTE

export type CookieSignIn = { readonly id: SignInId; readonly seenAt: Instant }
export type StartedSignIn = {
  readonly id: SignInId
  readonly trusted: boolean
  readonly untilAt: Instant
}

export function hasCookie(c: AppContext): boolean {
  return readHostCookie(c, COOKIE_NAME) !== undefined || readHostCookie(c, LAST_NAME) !== undefined
}

/** The sign-in in the cookie, if the signature is valid. Whether it is over stands in its row. */
export function readCookie(c: AppContext): Promise<CookieSignIn | null> {
  return readSigned(c, COOKIE_NAME, 'cookie')
}

/** The sign-in that this browser had last; `seenAt` is null where its own cookie is gone. */
export async function lastSignIn(
  c: AppContext,
): Promise<{ readonly id: SignInId; readonly seenAt: Instant | null } | null> {
  const own = await readCookie(c)
  if (own) return own
  const last = await readSigned(c, LAST_NAME, 'last')
  return last && { id: last.id, seenAt: null }
}

/** The idle time is in the cookie itself, so that a GET writes nothing to the database. */
export async function keepCookie(c: AppContext, signIn: StartedSignIn, seenAt: Instant): Promise<void> {
  if (after(seenAt, SIGN_AGAIN_AFTER_MS) <= c.get('platform').now()) await writeOwn(c, signIn)
}

export async function writeCookie(c: AppContext, signIn: StartedSignIn): Promise<void> {
  await writeOwn(c, signIn)
  writeHostCookie(c, LAST_NAME, await signed(c, 'last', signIn.id), LAST_MS)
}

/** It lasts as long as the sign-in, or until the idle time is over. */
async function writeOwn(c: AppContext, signIn: StartedSignIn): Promise<void> {
  const left = signIn.untilAt - c.get('platform').now()
  const lasts = Math.min(left, lastsOf(signIn).idleMs)
  writeHostCookie(c, COOKIE_NAME, await signed(c, 'cookie', signIn.id), lasts)
}

export function dropCookie(c: AppContext): void {
  dropHostCookie(c, COOKIE_NAME)
}

async function readSigned(
  c: AppContext,
  name: HostCookie,
  kind: 'cookie' | 'last',
): Promise<CookieSignIn | null> {
  const [id, seen, mac] = readHostCookie(c, name)?.split('.') ?? []
  if (!id || !seen || !mac || !isId('sgn', id)) return null
  const isOurs = await c.get('platform').isSigned(`${kind}:${id}.${seen}`, mac)
  return isOurs ? { id, seenAt: instant(Number(seen)) } : null
}

async function signed(c: AppContext, kind: 'cookie' | 'last', id: SignInId): Promise<string> {
  const { sign, now } = c.get('platform')
  const carried = `${id}.${now()}`
  return `${carried}.${await sign(`${kind}:${carried}`)}`
}
