import { makeApp } from './app.ts'
import { capturingMailer, mailboxOf, readyMailbox } from './delivery/mailer/capture.ts'
import type { Instant } from './domain/time/time.ts'
import { doors } from './doors.ts'
import { developmentNow, isStopped } from './http/dev/clock.ts'
import { developmentRoutes } from './http/dev/routes.tsx'
import { seedWhenEmpty } from './http/dev/seed.ts'
import { platformOf, type Platform, realNow } from './platform.ts'
import { inOneBatch } from './storage/batch.ts'
import { releaseLeases } from './storage/letter/outbox.ts'
import { probeNow } from './storage/letter/sending.ts'

/** The development entry point: the same application, with a clock that can be stopped, captured mail and /dev. */
export default doors(makeApp(platformFor, developmentRoutes), platformFor)

let ready: Promise<void> | null = null
/** A tick is missed only while this process could have run it. */
let startedAt: Instant | null = null

async function platformFor(env: Env, scheduledAt: Instant | null = null): Promise<Platform> {
  startedAt ??= realNow()
  ready ??= prepare(env)
  await ready.catch((error: unknown) => {
    ready = null
    throw error
  })
  return quickPlatform(env, scheduledAt)
}

/** Runs once per process. Nobody else delivers now, so the leases of a killed process can be released. */
async function prepare(env: Env): Promise<void> {
  await readyMailbox(mailboxOf(env))
  const platform = await quickPlatform(env, null)
  await releaseLeases(platform.db)
  // Whoever starts again may have mended what stopped the sending.
  await inOneBatch(platform.db, [probeNow(platform.db, platform.now())])
  if (env.SEED !== 'none') await seedWhenEmpty(platform, mailboxOf(env))
}

async function quickPlatform(env: Env, scheduledAt: Instant | null): Promise<Platform> {
  const now = await developmentNow(mailboxOf(env), env.TEST_NOW ?? '', scheduledAt)
  const isTicking = env.TICK !== 'off' && !(await isStopped(mailboxOf(env), env.TEST_NOW ?? ''))
  return platformOf(env, {
    now,
    send: capturingMailer(mailboxOf(env), env.MAIL_FAIL ?? '', now),
    tickingSince: isTicking ? startedAt : null,
  })
}
