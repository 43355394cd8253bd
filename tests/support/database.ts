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

/** Everything gone, the tables of the newest migration there, and an empty mailbox. Each file of tests begins so. */
export async function freshDatabase(): Promise<D1Database> {
  // What still runs of the test before holds its database open: that one survives a reset, so it is asked again.
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
