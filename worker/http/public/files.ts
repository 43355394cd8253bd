import type { App } from '../context.ts'
import { missing } from '../responses.tsx'

/** A file with a content hash in its name can be cached forever, another for a day. */
const HASHED = /-[\w-]{8}\.\w+$/
const FOR_GOOD = 'public, max-age=31536000, immutable'
const FOR_A_DAY = 'public, max-age=86400'

/** The Worker serves the built files, so that they get its headers too. */
export function fileRoutes(app: App): void {
  app.get('/assets/:file', async (c) => {
    const found = await c.env.ASSETS.fetch(c.req.raw)
    if (!found.ok && found.status !== 304) return missing(c)
    c.set('cacheControl', HASHED.test(c.req.param('file')) ? FOR_GOOD : FOR_A_DAY)
    return new Response(found.body, found)
  })
}
