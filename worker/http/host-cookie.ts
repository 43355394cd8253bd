import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

import type { AppContext } from './context.ts'

/**
 * A cookie of this host alone: no other host can set or read it, no script sees it, and it does not come along with a
 * request from another site (RFC 6265bis §4.1.3.2).
 */
export type HostCookie = `__Host-${string}`

/** `lastsMs` null: until the browser is closed. */
export function writeHostCookie(
  c: AppContext,
  name: HostCookie,
  value: string,
  lastsMs: number | null,
): void {
  const lasts = lastsMs === null ? {} : { maxAge: Math.max(0, Math.floor(lastsMs / 1000)) }
  setCookie(c, name, value, { ...FLAGS, ...lasts, secure: true })
  if (isPlain(c)) setCookie(c, plain(name), value, { ...FLAGS, ...lasts })
}

export function readHostCookie(c: AppContext, name: HostCookie): string | undefined {
  return getCookie(c, name) ?? (isPlain(c) ? getCookie(c, plain(name)) : undefined)
}

export function dropHostCookie(c: AppContext, name: HostCookie): void {
  deleteCookie(c, name, { ...FLAGS, secure: true })
  if (isPlain(c)) deleteCookie(c, plain(name), FLAGS)
}

const FLAGS = { path: '/', httpOnly: true, sameSite: 'Lax' } as const

/** For browsers that refuse a Secure cookie over plain HTTP; only on a development origin. */
function plain(name: HostCookie): string {
  return name.slice('__Host-'.length)
}

function isPlain(c: AppContext): boolean {
  return c.get('platform').settings.origin.startsWith('http://')
}
