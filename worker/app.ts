import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'

import { idFrom } from './domain/ids.ts'
import { MAX_BODY_OCTETS } from './domain/limits.ts'
import { answerRoutes } from './http/answering/routes.ts'
import { apiConventions } from './http/api/conventions.ts'
import { apiRoutes } from './http/api/routes.ts'
import { assistantRoutes } from './http/assistant/routes.ts'
import type { App, AppEnv } from './http/context.ts'
import { mailRoutes } from './http/feed/routes.ts'
import { keyPages } from './http/key/keys.tsx'
import { managerRoutes } from './http/manager/routes.ts'
import { mcpRoutes } from './http/mcp/routes.ts'
import { mentorRoutes } from './http/mentor/routes.ts'
import { guardFromKeys, limitKeys, withinKey } from './http/middleware/by-key.ts'
import { guard, guardMethods } from './http/middleware/guard.ts'
import { headers } from './http/middleware/headers.ts'
import { identify } from './http/middleware/identify.ts'
import { log } from './http/middleware/log.ts'
import { plainForms } from './http/middleware/plain-forms.ts'
import { sameOrigin } from './http/middleware/same-origin.ts'
import { claimRoutes } from './http/public/claim.tsx'
import { fileRoutes } from './http/public/files.ts'
import { healthRoute } from './http/public/health.ts'
import { securityTxtRoute } from './http/public/security-txt.ts'
import { signInRoutes } from './http/public/sign-in.tsx'
import { signInsPages } from './http/public/sign-ins.tsx'
import { reportPages } from './http/report/report.tsx'
import { broken, malformed, missing } from './http/responses.tsx'
import { guardFreshLinks } from './http/way-back/fresh-link.ts'
import { refillPage } from './http/way-back/refill-page.tsx'
import { webhookPages } from './http/webhook/webhooks.tsx'
import { isD1Refusal, logError } from './log-error.ts'
import type { Platform } from './platform.ts'

/** The HTTP application. `addRoutes` adds the routes of an entry point, before the guard. */
export function makeApp(
  platformFor: (env: Env) => Platform | Promise<Platform>,
  addRoutes: (app: App) => void = () => {},
): App {
  const app = new Hono<AppEnv>()
  app.use(headers)
  app.use(async (c, next) => {
    const platform = await platformFor(c.env)
    c.set('platform', platform)
    c.set('requestId', idFrom('req', platform.random(26)))
    c.set('identity', null)
    c.set('refused', null)
    c.set('cacheControl', null)
    await next()
  })
  app.use(log)
  healthRoute(app)
  securityTxtRoute(app)
  fileRoutes(app)
  app.use(sameOrigin)
  app.use(bodyLimit({ maxSize: MAX_BODY_OCTETS, onError: (c) => malformed(c, 413, 'too-large') }))
  addRoutes(app)
  app.use(limitKeys)
  app.use(identify)
  app.use(withinKey)
  app.use(plainForms)
  app.use(refillPage)
  guard(app)
  guardFromKeys(app)
  guardFreshLinks(app)
  apiConventions(app)

  claimRoutes(app)
  signInRoutes(app)
  answerRoutes(app)
  managerRoutes(app)
  signInsPages(app)
  keyPages(app)
  webhookPages(app)
  mailRoutes(app)
  mentorRoutes(app)
  assistantRoutes(app)
  reportPages(app)
  apiRoutes(app)
  mcpRoutes(app)
  guardMethods(app)

  app.notFound((c) => missing(c))
  app.onError((error, c) => {
    const code = logError('fetch', error, { request: c.get('requestId') })
    // Whoever watches asks /health whether the database answers: any error there is an outage.
    return broken(c, isD1Refusal(code) || c.req.path === '/health' ? 503 : 500)
  })
  return app
}
