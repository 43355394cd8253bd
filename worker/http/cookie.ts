import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

import { isId, type SignInId } from '../domain/ids.ts'
import { after, DAY, HOUR, instant, type Instant, MINUTE } from '../domain/time/time.ts'
import type { AppContext } from './context.ts'

const COOKIE_NAME = '__Host-sotto'
/** For browsers that refuse a Secure cookie over plain HTTP; only on a development origin. */
const PLAIN_COOKIE_NAME = 'sotto'
export const MAX_COOKIE_MS = 7 * DAY
const MAX_IDLE_MS = 12 * HOUR
const SIGN_AGAIN_AFTER_MS = 5 * MINUTE

export type CookieSignIn = { readonly id: SignInId; readonly seenAt: Instant }

export function hasCookie(c: AppContext): boolean {
  return valueOf(c) !== undefined
}

/** The sign-in in the cookie, if the signature is valid and the idle time is not over. */
export async function readCookie(c: AppContext): Promise<CookieSignIn | null> {
  const [id, seen, mac] = valueOf(c)?.split('.') ?? []
  if (!id || !seen || !mac || !isId('sgn', id)) return null

  const { sign, now } = c.get('platform')
  const seenAt = instant(Number(seen))
  if (mac !== (await sign(`cookie:${id}.${seen}`))) return null
  return after(seenAt, MAX_IDLE_MS) > now() ? { id, seenAt } : null
}

/** The idle time is in the cookie itself, so that a GET writes nothing to the database. */
export async function keepCookie(c: AppContext, { id, seenAt }: CookieSignIn): Promise<void> {
  if (after(seenAt, SIGN_AGAIN_AFTER_MS) <= c.get('platform').now()) await writeCookie(c, id)
}

export async function writeCookie(c: AppContext, id: SignInId): Promise<void> {
  const { sign, now } = c.get('platform')
  const carried = `${id}.${now()}`
  const value = `${carried}.${await sign(`cookie:${carried}`)}`
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: MAX_COOKIE_MS / 1000 } as const
  setCookie(c, COOKIE_NAME, value, { ...options, secure: true })
  if (isPlain(c)) setCookie(c, PLAIN_COOKIE_NAME, value, options)
}

export function dropCookie(c: AppContext): void {
  deleteCookie(c, COOKIE_NAME, { path: '/', secure: true })
  if (isPlain(c)) deleteCookie(c, PLAIN_COOKIE_NAME, { path: '/' })
}

function valueOf(c: AppContext): string | undefined {
  return getCookie(c, COOKIE_NAME) ?? (isPlain(c) ? getCookie(c, PLAIN_COOKIE_NAME) : undefined)
}

function isPlain(c: AppContext): boolean {
  return c.get('platform').settings.origin.startsWith('http://')
}
