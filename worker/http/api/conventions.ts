import type { MiddlewareHandler } from 'hono'

import type { App, AppEnv } from '../context.ts'
import { routes } from '../routes.ts'
import { type Operation, operations } from './operations.ts'
import { unknownFields } from './request.ts'

/**
 * What holds for every route of the API, from its line in the table of operations: a parameter of the query that it does
 * not name is refused. Bodies are strict by `body()` of shapes/values.ts, methods by the guard, pages by
 * shapes/page.ts, versions by etag.ts; a test walks the description and finds what was left out.
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
