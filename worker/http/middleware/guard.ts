import type { MiddlewareHandler } from 'hono'

import { wordsFor } from '../../../web/words/pages/words.ts'
import { type App, type AppEnv, isApi } from '../context.ts'
import { strangerOf } from '../frame.ts'
import { hasRole } from '../has-role.ts'
import { malformed, missing, wantsJson } from '../responses.tsx'
import { type Asker, routes } from '../routes.ts'
import { toSignIn } from '../way-back/way-back.ts'

/** Checks the access table before each route. Whose an object is, is checked where the object is loaded. */
export function guard(app: App): void {
  for (const { method, path, actors } of routes) app.on(method, path, only(actors))
}

/**
 * Runs after all routes: a known path with a method it does not have gets 405 and Allow, OPTIONS gets 204. Somebody who
 * may call none of the path's methods gets the guard's usual response, so a 405 does not reveal the path.
 */
export function guardMethods(app: App): void {
  for (const [path, all] of Map.groupBy(routes, ({ path }) => path)) {
    const methods = all.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
    const allow = [...methods, 'OPTIONS'].join(', ')
    const actors = all.flatMap((route) => route.actors)
    app.all(path, only(actors), (c) => {
      c.header('Allow', allow)
      return c.req.method === 'OPTIONS' ? c.body(null, 204) : malformed(c, 405, 'method-not-allowed')
    })
  }
}

function only(actors: readonly Asker[]): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (actors.includes('anyone') || actors.includes('link')) return next()

    const identity = c.get('identity')
    if (identity) return actors.some((asker) => hasRole(identity, asker)) ? next() : missing(c)
    if (!isApi(c) && !wantsJson(c)) return toSignIn(c)
    // RFC 6750 §3.
    if (isApi(c)) c.header('WWW-Authenticate', 'Bearer')
    const message = isApi(c) ? 'Sign in first.' : wordsFor(strangerOf(c)).entrance.signInFirst
    return c.json({ error: { code: 'not-signed-in', message } }, 401)
  }
}
