import * as z from 'zod/mini'

import { type Health, isTickMissed } from '../../domain/clock/health.ts'
import { RUNS } from '../../domain/clock/runs.ts'
import { CHECKS } from '../../domain/fsck/check.ts'
import { keptHead } from '../../domain/record/proof.ts'
import { type Instant, iso } from '../../domain/time/time.ts'
import { readHealth } from '../../storage/clock/health.ts'
import type { App } from '../context.ts'

export const healthAnswer = z.strictObject({
  ok: z.boolean(),
  database: z.literal('ok'),
  outbox: z.strictObject({
    waiting: z.int(),
    oldestSeconds: z.nullable(z.int()),
    lastErrorCode: z.nullable(z.string()),
  }),
  sending: z.enum(['ok', 'stopped']),
  /** Since a restore nothing is sent until a manager resumes; null otherwise. */
  restoredAt: z.nullable(z.string()),
  /** The last failure of our own sending, also after it has been mended. */
  sendingError: z.nullable(z.strictObject({ code: z.string(), at: z.nullable(z.string()) })),
  ticks: z.array(z.strictObject({ cron: z.string(), at: z.string(), failed: z.array(z.string()) })),
  timers: z.strictObject({
    overdue: z.int(),
    failing: z.int(),
    kinds: z.array(z.strictObject({ kind: z.string(), count: z.int() })),
  }),
  feeds: z.strictObject({ failing: z.int() }),
  /** The nightly check of the invariants: how many do not hold, and which; null before the first night. */
  fsck: z.strictObject({
    at: z.nullable(z.string()),
    broken: z.nullable(z.int()),
    checks: z.array(z.strictObject({ name: z.enum(CHECKS), count: z.int() })),
  }),
  /** The newest seal of the log of access, as `npm run audit:verify -- --head` takes it; null before the first night. */
  seal: z.nullable(z.strictObject({ at: z.string(), head: z.string() })),
})

/** The details of health, for the owner of the installation: codes, counts and moments. */
export function healthApi(app: App): void {
  app.get('/api/v1/health', async (c) => {
    const { db, now, settings } = c.get('platform')
    const at = now()
    return c.json(healthJson(await readHealth(db, at), { now: at, tickingSince: settings.tickingSince }))
  })
}

function healthJson(
  { ticks, outbox, sending, timers, feedsFailing, checked, sealed, restoredAt }: Health,
  clock: { readonly now: Instant; readonly tickingSince: Instant | null },
): z.input<typeof healthAnswer> {
  const lastTick = ticks.find(({ cron }) => cron === RUNS.minutely)?.at ?? null
  const { oldestAt, ...letters } = outbox
  return {
    ok: !isTickMissed(lastTick, clock),
    database: 'ok',
    outbox: { ...letters, oldestSeconds: oldestAt && Math.floor((clock.now - oldestAt) / 1000) },
    sending: sending.stoppedAt === null ? 'ok' : 'stopped',
    restoredAt: restoredAt && iso(restoredAt),
    sendingError:
      sending.error === null ? null : { code: sending.error, at: sending.errorAt && iso(sending.errorAt) },
    ticks: ticks.map(({ cron, at, failed }) => ({ cron, at: iso(at), failed: [...failed] })),
    timers: {
      overdue: timers.overdue,
      failing: timers.failing.reduce((sum, { count }) => sum + count, 0),
      kinds: [...timers.failing],
    },
    feeds: { failing: feedsFailing },
    fsck: {
      at: checked && iso(checked.at),
      broken: checked && checked.broken.length,
      checks: [...(checked?.broken ?? [])],
    },
    seal: sealed && { at: iso(sealed.at), head: keptHead(sealed) },
  }
}
