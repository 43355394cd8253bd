import type { MiddlewareHandler } from 'hono'

import { hasAssertion } from '../access/by-access.ts'
import type { AppEnv } from '../context.ts'
import { hasCookie } from '../cookie.ts'
import { malformed } from '../responses.tsx'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])
/** A CSV, too, comes from elsewhere only after a preflight, which nobody gets. */
const CONTENT_TYPES = [
  ...['application/x-www-form-urlencoded', 'multipart/form-data', 'application/json', 'text/csv'],
]

/**
 * CSRF protection: a change must come from our own origin (Origin, Sec-Fetch-Site), with a Content-Type that we read.
 * Without a cookie there is no CSRF, so a client that sends no Origin may pass: neither ours nor that of Cloudflare Access,
 * of which an assertion is made.
 */
export const sameOrigin: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (SAFE_METHODS.has(c.req.method)) return next()

  const origin = c.req.header('Origin')
  const site = c.req.header('Sec-Fetch-Site')
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  const isOurs =
    origin === undefined ? !hasCookie(c) && !hasAssertion(c) : origin === c.get('platform').settings.origin
  if (!isOurs || (site !== undefined && site !== 'same-origin')) return malformed(c, 403, 'cross-site')
  if (type !== undefined && !CONTENT_TYPES.includes(type)) return malformed(c, 415, 'content-type')
  return next()
}
