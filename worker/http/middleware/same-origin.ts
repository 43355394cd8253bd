import type { MiddlewareHandler } from 'hono'

import type { AppEnv } from '../context.ts'
import { hasCookie } from '../cookie.ts'
import { malformed } from '../responses.tsx'

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])
const LISTED = ['application/x-www-form-urlencoded', 'multipart/form-data', 'application/json']

/**
 * A change comes from our own pages: Origin is ours, Sec-Fetch-Site agrees, and the body is of a kind we read.
 * Without a cookie there is nothing to ride on, so a client that sends no Origin may pass.
 */
export const sameOrigin: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (READING.has(c.req.method)) return next()

  const origin = c.req.header('Origin')
  const site = c.req.header('Sec-Fetch-Site')
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  const isOurs = origin === undefined ? !hasCookie(c) : origin === c.get('platform').settings.origin
  if (!isOurs || (site !== undefined && site !== 'same-origin')) return malformed(c, 403, 'cross-site')
  if (type !== undefined && !LISTED.includes(type)) return malformed(c, 415, 'content-type')
  return next()
}
