import type { MiddlewareHandler } from 'hono'

import { paths } from '../../../web/pages/paths.ts'
import { isAnywhere } from '../../domain/people/permission.ts'
import { type App, type AppEnv, type Identity, isApi } from '../context.ts'
import { malformed, missing } from '../responses.tsx'
import { type Asker, routes } from '../routes.ts'

/** Puts the line of the access table before each route. What is whose is decided where the object is loaded. */
export function guard(app: App): void {
  for (const { method, path, actors } of routes) app.on(method, path, only(actors))
}

/**
 * Behind all routes: a path that is there, asked by a method it does not have. Whoever may ask none of its methods is
 * answered as before, so that this tells nobody of a path that is not his. OPTIONS is answered with what there is.
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
    if (identity) return actors.some((asker) => isOne(identity, asker)) ? next() : missing(c)
    if (isApi(c)) return c.json({ error: { code: 'not-signed-in', message: 'Sign in first.' } }, 401)
    return c.redirect(paths.signIn, 303)
  }
}

function isOne({ actor }: Identity, asker: Asker): boolean {
  switch (asker) {
    case 'manager':
    case 'mentor':
      return isAnywhere(actor, asker)
    case 'member':
      return actor.memberships.length > 0
    case 'anyone':
    case 'link':
      return true
  }
}
