import type { MiddlewareHandler } from 'hono'

import type { App, AppEnv } from '../context.ts'
import { routes } from '../routes.ts'
import { type Operation, operations } from './operations.ts'
import { unknownFields } from './request.ts'

/**
 * Refuses query parameters that a route's operation does not name. The other conventions of the API: strict bodies by
 * `body()` of shapes/values.ts, methods by the guard, pagination by shapes/page.ts, optimistic locks by etag.ts. A test
 * walks the description and finds a route that misses one.
 */
export function apiConventions(app: App): void {
  for (const { method, path } of routes) {
    const operation = operations[`${method} ${path}`]
    if (operation) app.on(method, path, onlyKnownParameters(operation))
  }
}

function onlyKnownParameters({ query }: Operation): MiddlewareHandler<AppEnv> {
  const known = new Set(Object.keys(query?.shape ?? {}))
  return async (c, next) => {
    const unknown = Object.keys(c.req.query()).filter((name) => !known.has(name))
    return unknown.length > 0 ? unknownFields(c, unknown) : next()
  }
}
