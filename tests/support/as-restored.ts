import { env } from 'cloudflare:workers'

import type { Platform } from '../../worker/platform.ts'

/** As `npm run restore` leaves it: tests/scripts/backup.test.ts. */
export async function asRestored({ now }: Pick<Platform, 'now'>): Promise<void> {
  await env.DB.batch([
    env.DB.prepare(
      'INSERT INTO restores (at, backup_at, letters_up_to) SELECT ?, ?, coalesce(max(rowid), 0) FROM outbox',
    ).bind(now(), now() - 1000),
    env.DB.prepare(
      "UPDATE outbox SET lease = NULL, lease_until = NULL, may_be_had = 1 WHERE state = 'waiting'",
    ),
  ])
}
