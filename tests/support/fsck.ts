import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'

import type { CheckName, Finding } from '../../worker/domain/fsck/check.ts'
import { instant } from '../../worker/domain/time/time.ts'
import { askOf } from '../../worker/storage/fsck/ask.ts'
import { checkTables } from '../../worker/storage/fsck/check.ts'

const brokenByHand = new Set<CheckName>()

/** For a test that writes rows itself, as no action would: what that breaks is no finding at its end. */
export function breaksByHand(...names: readonly CheckName[]): void {
  for (const name of names) brokenByHand.add(name)
}

/** What breaks an invariant at the end of this test, at the latest moment that anything in its database happened. */
export async function findBroken(): Promise<readonly Finding[]> {
  const at = await env.DB.prepare(LATEST).first<number>('at')
  const found = at === null ? [] : await checkTables(askOf(drizzle(env.DB)), instant(at))
  return found.filter(({ name }) => !brokenByHand.has(name))
}

/** The next test has written nothing by hand yet. */
export function forgetWhatIsBroken(): void {
  brokenByHand.clear()
}

const LATEST = `SELECT max(at) AS at FROM (SELECT max(at) AS at FROM events UNION ALL SELECT max(at) FROM ticks
  UNION ALL SELECT max(coalesce(retired_at, sent_at, created_at)) FROM outbox)`
