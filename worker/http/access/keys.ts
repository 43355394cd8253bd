import * as z from 'zod/mini'

import { after, HOUR, type Instant, MINUTE } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'

const Certs = z.object({
  keys: z.array(z.object({ kid: z.string(), kty: z.literal('RSA'), n: z.string(), e: z.string() })),
})
const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const DEADLINE_MS = 5_000
/** A key that the team takes back stops to count. */
const KEPT_MS = HOUR
/** An assertion with a key that nobody knows makes us ask no more often than this. */
const ASKED_AGAIN_MS = MINUTE

type ReadKeys = {
  readonly keys: ReadonlyMap<string, CryptoKey>
  readonly askedAt: Instant
  readonly isRead: boolean
}

/** What each team signs with, as it was read last: values only, so that no request waits for another's. */
const known = new Map<string, ReadKeys>()

/** The key of this id; null: the team has none, or it could not be asked, which `unreachable` is told. */
export async function findAccessKey(
  platform: Pick<Platform, 'fetch' | 'now'>,
  team: string,
  kid: string,
  unreachable: () => void,
): Promise<CryptoKey | null> {
  const had = known.get(team)
  const isOld = !had || after(had.askedAt, had.isRead ? KEPT_MS : ASKED_AGAIN_MS) <= platform.now()
  const isUnknown = had && !had.keys.has(kid) && after(had.askedAt, ASKED_AGAIN_MS) <= platform.now()
  if (!isOld && !isUnknown) return had.keys.get(kid) ?? null
  const keys = await askedKeys(platform, team)
  if (!keys) unreachable()
  known.set(team, { keys: keys ?? new Map(), askedAt: platform.now(), isRead: keys !== null })
  return keys?.get(kid) ?? null
}

async function askedKeys(
  { fetch }: Pick<Platform, 'fetch'>,
  team: string,
): Promise<ReadonlyMap<string, CryptoKey> | null> {
  try {
    const response = await fetch(`${team}/cdn-cgi/access/certs`, {
      ...{ headers: { Accept: 'application/json' }, redirect: 'manual' },
      signal: AbortSignal.timeout(DEADLINE_MS),
    })
    if (response.status !== 200) return null
    const { keys } = Certs.parse(await response.json())
    return new Map(await Promise.all(keys.map(async (key) => [key.kid, await imported(key)] as const)))
  } catch {
    // Unreachable, or not what it should be: nobody is signed in by it until it answers.
    return null
  }
}

function imported({ kty, n, e }: z.infer<typeof Certs>['keys'][number]): Promise<CryptoKey> {
  return crypto.subtle.importKey('jwk', { kty, n, e, alg: 'RS256', ext: true }, ALGORITHM, false, ['verify'])
}

export function isSignedBy(
  key: CryptoKey,
  { signed, signature }: { readonly signed: BufferSource; readonly signature: BufferSource },
): Promise<boolean> {
  return crypto.subtle.verify(ALGORITHM.name, key, signature, signed)
}
