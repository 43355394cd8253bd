import { type D1Migration, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

import { mailboxOf, readyMailbox } from '../../worker/delivery/mailer/capture.ts'

declare global {
  namespace Cloudflare {
    interface Env {
      readonly MIGRATIONS: D1Migration[]
    }
  }
}

/** Empties the database and the mailbox and applies all migrations. Each test file begins so. */
export async function freshDatabase(): Promise<D1Database> {
  // Work left by the test before can keep its database open: then the reset has no effect, so it is repeated.
  do await reset()
  while (await hasTables())
  const queries = env.MIGRATIONS.flatMap((migration) => migration.queries)
  await env.DB.batch(queries.map((query) => env.DB.prepare(query)))
  await readyMailbox(mailboxOf(env))
  return env.DB
}

async function hasTables(): Promise<boolean> {
  const count = await env.DB.prepare('SELECT count(*) AS count FROM sqlite_schema').first<number>('count')
  return count !== 0
}
