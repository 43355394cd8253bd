import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

import { isId, type SignInId } from '../domain/ids.ts'
import { after, DAY, HOUR, instant, type Instant, MINUTE } from '../domain/time/time.ts'
import type { Ask } from './context.ts'

const NAME = '__Host-sotto'
/** For browsers that refuse a Secure cookie over plain HTTP: on a development origin only. */
const PLAIN = 'sotto'
export const LONGEST = 7 * DAY
const IDLE = 12 * HOUR
const FRESH = 5 * MINUTE

export type Carried = { readonly id: SignInId; readonly seenAt: Instant }

export function hasCookie(c: Ask): boolean {
  return valueOf(c) !== undefined
}

/** The sign-in a cookie carries, if our signature holds and it was not idle too long. */
export async function readCookie(c: Ask): Promise<Carried | null> {
  const [id, seen, mac] = valueOf(c)?.split('.') ?? []
  if (!id || !seen || !mac || !isId('sgn', id)) return null

  const { sign, now } = c.get('platform')
  const seenAt = instant(Number(seen))
  if (mac !== (await sign(`cookie:${id}.${seen}`))) return null
  return after(seenAt, IDLE) > now() ? { id, seenAt } : null
}

/** Idle time lives in the cookie itself, so that looking writes nothing. */
export async function keepCookie(c: Ask, { id, seenAt }: Carried): Promise<void> {
  if (after(seenAt, FRESH) <= c.get('platform').now()) await writeCookie(c, id)
}

export async function writeCookie(c: Ask, id: SignInId): Promise<void> {
  const { sign, now } = c.get('platform')
  const carried = `${id}.${now()}`
  const value = `${carried}.${await sign(`cookie:${carried}`)}`
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: LONGEST / 1000 } as const
  setCookie(c, NAME, value, { ...options, secure: true })
  if (isPlain(c)) setCookie(c, PLAIN, value, options)
}

export function dropCookie(c: Ask): void {
  deleteCookie(c, NAME, { path: '/', secure: true })
  if (isPlain(c)) deleteCookie(c, PLAIN, { path: '/' })
}

function valueOf(c: Ask): string | undefined {
  return getCookie(c, NAME) ?? (isPlain(c) ? getCookie(c, PLAIN) : undefined)
}

function isPlain(c: Ask): boolean {
  return c.get('platform').settings.origin.startsWith('http://')
}
