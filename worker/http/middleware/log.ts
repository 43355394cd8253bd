import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'

import type { AppEnv } from '../context.ts'

/** One line per request: route pattern, status, duration and codes; never an address, a name, a token or a URL. */
export const log: MiddlewareHandler<AppEnv> = async (c, next) => {
  const began = performance.now()
  await next()
  const pattern = matchedRoutes(c).findLast(({ path }) => !path.includes('*'))?.path ?? 'none'
  const roles = c.get('identity')?.actor.memberships.map(({ role }) => role) ?? []
  console.log(
    JSON.stringify({
      route: `${c.req.method} ${pattern}`,
      status: c.res.status,
      ms: Math.round(performance.now() - began),
      request: c.get('requestId'),
      roles: [...new Set(roles)],
      refused: c.get('refused') ?? undefined,
    }),
  )
}
