import type { MiddlewareHandler } from 'hono'

import { paths } from '../../../web/pages/paths.ts'
import { isAnywhere } from '../../domain/people/permission.ts'
import { type App, type AppEnv, type Identity, isApi } from '../context.ts'
import { missing } from '../responses.tsx'
import { type Asker, routes } from '../routes.ts'

/** Puts the line of the access table before each route. What is whose is decided where the object is loaded. */
export function guard(app: App): void {
  for (const { method, path, actors } of routes) app.on(method, path, only(actors))
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
