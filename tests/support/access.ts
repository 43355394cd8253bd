import { base64urlOf } from '../../worker/base64url.ts'
import type { Access } from '../../worker/domain/sign-in/assertion.ts'
import type { Fetch } from '../../worker/platform.ts'

const ALGORITHM = {
  ...{ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  ...{ modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
}

export type Signer = { readonly kid: string; readonly pair: CryptoKeyPair }

export async function aSigner(kid: string): Promise<Signer> {
  const pair = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new Error('no pair')
  return { kid, pair }
}

/** A team of Cloudflare Access with its keys, and how often it was asked for them. */
export function aTeam(access: Access) {
  let signers: readonly Signer[] = []
  let asked = 0
  let isThere = true
  const fetch: Fetch = async (url) => {
    asked += 1
    if (!isThere || url !== `${access.team}/cdn-cgi/access/certs`) throw new Error('unreachable')
    const keys = await Promise.all(
      signers.map(async ({ kid, pair }) =>
        Object.assign(await crypto.subtle.exportKey('jwk', pair.publicKey), {
          ...{ kid, use: 'sig', alg: 'RS256' },
        }),
      ),
    )
    return Response.json({ keys, public_certs: [] })
  }
  return {
    fetch,
    asked: () => asked,
    signsWith: (...those: readonly Signer[]) => void (signers = those),
    isThere: (whether: boolean) => void (isThere = whether),
  }
}

type Parts = {
  readonly header?: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
}

/** An assertion as Cloudflare writes it. */
export async function asserted({ kid, pair }: Signer, { header = {}, claims }: Parts): Promise<string> {
  const signed = `${part({ alg: 'RS256', kid, typ: 'JWT', ...header })}.${part(claims)}`
  const octets = new TextEncoder().encode(signed)
  const signature = await crypto.subtle.sign(ALGORITHM.name, pair.privateKey, octets)
  return `${signed}.${base64urlOf(new Uint8Array(signature))}`
}

export function part(value: unknown): string {
  return base64urlOf(new TextEncoder().encode(JSON.stringify(value)))
}
