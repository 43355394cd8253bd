import { fromIso, type Instant } from '../../domain/time.ts'
import { realNow } from '../../platform.ts'

/** Development clock, then TEST_NOW, then the time a cron was meant for, then the real one; kept in state. */
export async function developmentNow(
  mailbox: D1Database,
  testNow: string,
  scheduledAt: Instant | null,
): Promise<() => Instant> {
  const stored = await mailbox.prepare("SELECT value FROM settings WHERE name = 'clock'").first<{ value: string }>()
  const said = stored ? stored.value : testNow
  const stopped = fromIso(said)
  if (stopped !== null) return () => stopped
  return scheduledAt === null ? realNow : () => scheduledAt
}

/** Stops the clock at an instant, or lets it run. */
export async function setClock(mailbox: D1Database, now: string | null): Promise<void> {
  await mailbox
    .prepare(
      "INSERT INTO settings (name, value) VALUES ('clock', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )
    .bind(now ?? 'running')
    .run()
}
