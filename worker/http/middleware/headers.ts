import type { MiddlewareHandler } from 'hono'

import { INLINE_HASHES } from '../assets.ts'
import type { AppEnv } from '../context.ts'

/** The hash of an empty style element: FullCalendar creates one and fills it by script. */
const EMPTY = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"

const POLICY = [
  "default-src 'none'",
  `script-src 'self' '${INLINE_HASHES.wayBack}'`,
  `style-src 'self' '${INLINE_HASHES.style}' ${EMPTY}`,
  // The icon of a page from a mail stands in the page.
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const HEADERS = {
  'Content-Security-Policy': POLICY,
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // `no-referrer` would make Chromium send `Origin: null` on a form's own POST.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
  'X-Robots-Tag': 'noindex, nofollow',
} as const

/** Set on every response, errors and files too. Only files may be cached, never personal data. */
export const headers: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value)
  c.res.headers.set('Cache-Control', c.get('cacheControl') ?? 'no-store')
}
