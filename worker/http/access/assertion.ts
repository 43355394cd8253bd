import * as z from 'zod/mini'

import { type AssertionHeader, type Claims, isReadable } from '../../domain/sign-in/assertion.ts'

/** A header of a request is seldom longer, and no assertion is. */
const MAX_CHARACTERS = 8192

const Header = z.object({ alg: z.string(), kid: z.string() })
const Payload = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.number(),
  iat: z.number(),
  nbf: z.optional(z.number()),
  type: z.string(),
  email: z.optional(z.string()),
})

/** An assertion as it came, its signature not yet checked. */
export type Assertion = {
  readonly header: AssertionHeader
  readonly claims: Claims
  readonly signed: Uint8Array
  readonly signature: Uint8Array
}

/** A JWT in its compact form (RFC 7515 §7.1); null if it is none that we read. */
export function readAssertion(text: string): Assertion | null {
  const [head, body, mac, ...more] = text.split('.')
  if (!head || !body || !mac || more.length > 0 || text.length > MAX_CHARACTERS) return null
  const header = Header.safeParse(jsonIn(head))
  const claims = Payload.safeParse(jsonIn(body))
  const signature = octetsIn(mac)
  if (!header.success || !claims.success || !signature || !isReadable(header.data)) return null
  return {
    ...{ header: header.data, claims: claims.data, signature },
    signed: new TextEncoder().encode(`${head}.${body}`),
  }
}

function jsonIn(part: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(octetsIn(part) ?? new Uint8Array()))
  } catch {
    return null
  }
}

function octetsIn(base64url: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]+$/.test(base64url)) return null
  try {
    const base64 = base64url.replaceAll('-', '+').replaceAll('_', '/')
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}
