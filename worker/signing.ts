import { base64Of, base64urlOf } from './base64url.ts'
import type { LinkId, ReportLinkId, SignInId } from './domain/ids.ts'
import { isSameMac } from './domain/seal/same-mac.ts'
import { readSecrets, type SigningSecret } from './domain/seal/secrets.ts'

type TokenId = LinkId | SignInId | ReportLinkId

/** What is made of `SECRET`: by the first of its values, or by each of them, newest first. */
export type Signing = {
  /** An HMAC with SHA-256: 32 bytes as base64url. */
  readonly sign: (text: string) => Promise<string>
  readonly signatures: (text: string) => Promise<readonly string[]>
  /** Whether one of the values has signed this. */
  readonly isSigned: (text: string, signature: string) => Promise<boolean>
  /** The token of a link or a sign-in that is made now: derived from its id, so no token is stored. */
  readonly tokenOf: (id: TokenId) => Promise<string>
  /** One of them is the token of a link that was made before: `findToken` says which. */
  readonly tokensOf: (id: TokenId) => Promise<readonly string[]>
}

/** Throws where the settings hold no secret: production has refused to start before. */
export function signingOf(settings: string | undefined): Signing {
  const read = readSecrets(settings)
  if (!read.ok) throw new Error(`SECRET: ${read.refusal}`)
  const [newest] = read.value
  const signatures = (text: string) => Promise.all(read.value.map((each) => signature(each, text)))
  return {
    sign: (text) => signature(newest, text),
    signatures,
    isSigned: async (text, given) => (await signatures(text)).some((each) => isSameMac(each, given)),
    tokenOf: (id) => signature(newest, tokenText(id)),
    tokensOf: (id) => signatures(tokenText(id)),
  }
}

/** Tokens are stored as this hash. */
export async function hashOf(token: string): Promise<string> {
  return base64urlOf(new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(token))))
}

/** The symmetric signature of Standard Webhooks 1.0: `secret` is what follows `whsec_`, as base64. */
export async function signMessage(
  secret: string,
  { id, seconds, body }: { readonly id: string; readonly seconds: number; readonly body: string },
): Promise<string> {
  const octets = Uint8Array.from(atob(secret), (character) => character.charCodeAt(0))
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', octets, algorithm, false, ['sign'])
  const mac = await crypto.subtle.sign('HMAC', key, encoder.encode(`${id}.${seconds}.${body}`))
  return `v1,${base64Of(new Uint8Array(mac))}`
}

function tokenText(id: TokenId): string {
  return `token:${id}`
}

async function signature(secret: SigningSecret, text: string): Promise<string> {
  return base64urlOf(
    new Uint8Array(await crypto.subtle.sign('HMAC', await keyOf(secret), encoder.encode(text))),
  )
}

/** Each secret is imported once. */
type ImportedKey = ReturnType<typeof crypto.subtle.importKey>
const keys = new Map<string, ImportedKey>()

function keyOf({ value }: SigningSecret): ImportedKey {
  const known = keys.get(value)
  if (known) return known
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = crypto.subtle.importKey('raw', encoder.encode(value), algorithm, false, ['sign'])
  keys.set(value, key)
  return key
}

const encoder = new TextEncoder()
