import { type Instant, instant, MINUTE, SECOND } from '../time/time.ts'

/** Cloudflare Access in front of an installation: who signs, and for which application. */
export type Access = {
  /** `https://<team>.cloudflareaccess.com` */
  readonly team: string
  readonly audience: string
}

/** The header of an assertion (RFC 7515 §4.1) and what it claims (RFC 7519 §4.1); times in seconds. */
export type AssertionHeader = { readonly alg: string; readonly kid: string }
export type Claims = {
  readonly iss: string
  readonly aud: string | readonly string[]
  readonly exp: number
  readonly iat: number
  readonly nbf?: number | undefined
  readonly type: string
  /** Absent where a program asked by a service token. */
  readonly email?: string | undefined
}

/** The clocks of two machines differ. */
const LEEWAY_MS = MINUTE

/** Whether its signature may be looked at: no other algorithm is tried, whatever it says of itself. */
export function isReadable({ alg, kid }: AssertionHeader): boolean {
  return alg === 'RS256' && kid !== ''
}

/** Whose address it claims, for this application and this moment; null if it claims nothing here. Its signature is right already. */
export function addressClaimed(claims: Claims, { team, audience }: Access, now: Instant): string | null {
  const { iss, aud, exp, iat, nbf = iat, type, email = '' } = claims
  const isForUs = typeof aud === 'string' ? aud === audience : aud.includes(audience)
  const isNow = momentOf(exp) > now && Math.max(momentOf(nbf), momentOf(iat)) <= now + LEEWAY_MS
  return iss === team && isForUs && isNow && type === 'app' && email !== '' ? email : null
}

function momentOf(seconds: number): Instant {
  return instant(seconds * SECOND)
}
