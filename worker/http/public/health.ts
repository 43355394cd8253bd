import { isTickMissed } from '../../domain/clock/health.ts'
import { findLastTick } from '../../storage/clock/health.ts'
import type { App } from '../context.ts'

const RETRY_AFTER_SECONDS = 60

/** For whoever watches: 503 only if the database does not answer, or the clock that once ran stands still. */
export function healthRoute(app: App): void {
  app.get('/health', async (c) => {
    const { db, now, settings } = c.get('platform')
    const clock = { now: now(), tickingSince: settings.tickingSince }
    if (!isTickMissed(await findLastTick(db), clock)) return c.json({ ok: true })
    return c.json({ ok: false }, 503, { 'Retry-After': String(RETRY_AFTER_SECONDS) })
  })
}
