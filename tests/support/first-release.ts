import { type D1Migration, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

import { mailboxOf, readyMailbox } from '../../worker/delivery/mailer/capture.ts'
import { instant } from '../../worker/domain/time/time.ts'
import { LAST_RELEASED_MIGRATION } from './last-release.ts'

/** When the first release was stopped: `tests/fixtures/first-release.sql` is what it left. */
export const LEFT_AT = instant(Date.parse('2026-11-26T09:10:00Z'))

/** The database that the first release filled. Returns the migrations that came later. */
export async function firstRelease(): Promise<readonly D1Migration[]> {
  await reset()
  const first = env.MIGRATIONS.filter(({ name }) => name <= LAST_RELEASED_MIGRATION)
  await inOneBatch(first.flatMap(({ queries }) => queries))
  await inOneBatch(env.FIRST_RELEASE.split('\n').filter((line) => line !== '' && !line.startsWith('--')))
  await readyMailbox(mailboxOf(env))
  return env.MIGRATIONS.filter(({ name }) => name > LAST_RELEASED_MIGRATION)
}

/** Applies one as the command does, in one transaction: each statement with how many rows it changed. */
export async function migrate({ queries }: D1Migration) {
  const results = await inOneBatch(queries)
  return results.map(({ meta }, nth) => ({ query: queries[nth] ?? '', changes: meta.changes }))
}

function inOneBatch(queries: readonly string[]) {
  return env.DB.batch(queries.map((query) => env.DB.prepare(query)))
}
