import type { MiddlewareHandler } from 'hono'

import { isKeyToken } from '../../domain/key/key.ts'
import { type KeyLimit, RATE_LIMITS } from '../../domain/rate-limits.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { after, SECOND } from '../../domain/time/time.ts'
import { hashOf } from '../../platform.ts'
import { findKeyHolder } from '../../storage/key/key.ts'
import { type App, type AppContext, type AppEnv, type Identity, isApi, isForAgents } from '../context.ts'
import { missing, refused } from '../responses.tsx'

/** What follows `Bearer` (RFC 6750 §2.1); null where the header is absent or of another scheme. */
export function bearerIn(c: AppContext): string | null {
  const [, token = null] = /^Bearer +(\S+) *$/i.exec(c.req.header('Authorization') ?? '') ?? []
  return token
}

/** Why a key may change nothing now, or nothing at all; counts one more change. */
export async function whyNotWrite(c: AppContext): Promise<Refusal | null> {
  if (c.get('identity')?.key?.access !== 'write') return { reason: 'key-reads-only' }
  const { allows, now } = c.get('platform')
  const isAllowed = await allows('key-writes', await hashOf(bearerIn(c) ?? ''))
  const until = after(now(), RATE_LIMITS['key-writes'].windowMs)
  return isAllowed ? null : { reason: 'too-many-requests', until }
}

/** Counts the requests of each key, by what says whose it is and before the database is asked. */
export const limitKeys: MiddlewareHandler<AppEnv> = async (c, next) => {
  const token = isApi(c) ? bearerIn(c) : null
  if (token === null || !isKeyToken(token)) return next()
  const { allows, now } = c.get('platform')
  const limit: KeyLimit = isLooking(c) ? 'key-reads' : 'key-writes'
  const { most, windowMs } = RATE_LIMITS[limit]
  c.header('RateLimit-Policy', `"${limit}";q=${most};w=${windowMs / SECOND}`)
  if (await allows(limit, await hashOf(token))) return next()
  return refused(c, { reason: 'too-many-requests', until: after(now(), windowMs) })
}

/** Its maker as she is now, and nothing outside the programmes that the key names. Of a key for health only that she owns. */
export async function identityByKey(c: AppContext, token: string): Promise<Identity | null> {
  const { db, now } = c.get('platform')
  const found = isKeyToken(token) ? await findKeyHolder(db, token, now()) : null
  if (!found) return null
  const { key, account } = found
  const isForHealth = key.access === 'health'
  const named = new Set(key.programmes)
  return {
    actor: {
      personId: account.person.id,
      memberships: account.memberships.filter(({ programmeId }) => named.has(programmeId)),
    },
    person: account.person,
    programmes: account.programmes.filter(({ id }) => named.has(id)),
    signIn: null,
    key: { id: key.id, access: key.access },
    isOwner: isForHealth && account.isOwner,
    answersFor: [],
  }
}

const HEALTH = '/api/v1/health'
const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** All that agents ask is posted; of a tool that changes something `whyNotWrite` is asked. */
function isLooking(c: AppContext): boolean {
  return READS.has(c.req.method) || isForAgents(c)
}

/** A key for health finds nothing else there, and one that reads writes nothing. */
export const withinKey: MiddlewareHandler<AppEnv> = async (c, next) => {
  const access = c.get('identity')?.key?.access
  if (access === 'health' && c.req.path !== HEALTH) return missing(c)
  if (access !== undefined && access !== 'write' && !isLooking(c))
    return refused(c, { reason: 'key-reads-only' })
  return next()
}

/** What is of no programme that a key names, and waits for a person: a new one, the mail of all of them, and keys themselves. */
export const NOT_BY_KEY: ReadonlySet<string> = new Set([
  'POST /api/v1/programmes',
  'POST /api/v1/deliveries/resumption',
  'GET /api/v1/keys',
  'POST /api/v1/keys',
  'DELETE /api/v1/keys/:id',
])

export function guardFromKeys(app: App): void {
  for (const route of NOT_BY_KEY) {
    const [method = '', path = ''] = route.split(' ')
    app.on(method, path, (c, next) =>
      c.get('identity')?.key ? refused(c, { reason: 'not-by-key' }) : next(),
    )
  }
}
