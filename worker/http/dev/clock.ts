import { capturingMailer } from '../../delivery/mailer/capture.ts'
import { fromIso, type Instant } from '../../domain/time/time.ts'
import { type Platform, realNow } from '../../platform.ts'

/** The first of: stored development clock, TEST_NOW, scheduled time of the cron, real time. */
export async function developmentNow(
  mailbox: D1Database,
  testNow: string,
  scheduledAt: Instant | null,
): Promise<() => Instant> {
  const stopped = fromIso((await storedClock(mailbox)) ?? testNow)
  if (stopped !== null) return () => stopped
  return scheduledAt === null ? realNow : () => scheduledAt
}

export async function isStopped(mailbox: D1Database, testNow: string): Promise<boolean> {
  return fromIso((await storedClock(mailbox)) ?? testNow) !== null
}

/** Stops the clock at an instant; null lets it run. */
export async function setClock(mailbox: D1Database, now: string | null): Promise<void> {
  await mailbox
    .prepare(
      "INSERT INTO settings (name, value) VALUES ('clock', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )
    .bind(now ?? 'running')
    .run()
}

/** The platform with another clock, which also dates the captured mails. */
export function platformAt(
  platform: Platform,
  mailbox: D1Database,
  { now, fail = '' }: { readonly now: () => Instant; readonly fail?: string },
): Platform {
  return { ...platform, now, send: capturingMailer(mailbox, fail, now) }
}

async function storedClock(mailbox: D1Database): Promise<string | null> {
  const stored = await mailbox
    .prepare("SELECT value FROM settings WHERE name = 'clock'")
    .first<{ value: string }>()
  return stored?.value ?? null
}
