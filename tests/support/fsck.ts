import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'

import type { Finding } from '../../worker/domain/fsck/check.ts'
import { instant } from '../../worker/domain/time/time.ts'
import { askOf } from '../../worker/storage/fsck/ask.ts'
import { checkTables } from '../../worker/storage/fsck/check.ts'

/** What breaks an invariant in the database of this test, at the latest moment that anything in it happened. */
export async function findBroken(): Promise<readonly Finding[]> {
  const at = await env.DB.prepare(LATEST).first<number>('at')
  return at === null ? [] : checkTables(askOf(drizzle(env.DB)), instant(at))
}

const LATEST = `SELECT max(at) AS at FROM (SELECT max(at) AS at FROM events
  UNION ALL SELECT max(at) FROM ticks UNION ALL SELECT max(created_at) FROM outbox)`
