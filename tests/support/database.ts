import { type D1Migration, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

import { mailboxOf, readyMailbox } from '../../worker/delivery/mailer/capture.ts'

declare global {
  namespace Cloudflare {
    interface Env {
      readonly MIGRATIONS: D1Migration[]
      /** `tests/fixtures/first-release.sql`. */
      readonly FIRST_RELEASE: string
      readonly API_PAGE: string
      /** Not empty: tests of random lives take longer. */
      readonly LONG: string
      readonly LETTER_LIVES: string
      readonly LETTER_SEED: string
      readonly GROWTH: string
      readonly CANARY_SEED: string
      readonly MODEL_COMMANDS: string
      readonly MODEL_SEED: string
      readonly MODEL_RACES: string
    }
  }
}

/** Empties the database and the mailbox and applies all migrations. Each test file begins so. */
export async function freshDatabase(): Promise<D1Database> {
  await emptied()
  const queries = env.MIGRATIONS.flatMap((migration) => migration.queries)
  await env.DB.batch(queries.map((query) => env.DB.prepare(query)))
  await readyMailbox(mailboxOf(env))
  return env.DB
}

/** A reset now and then leaves a database as it was, whose tables a test would then take for its own. */
async function emptied(): Promise<void> {
  for (let tries = 0; tries < 5; tries += 1) {
    await reset()
    const tables = await env.DB.prepare(
      "SELECT count(*) AS count FROM sqlite_master WHERE name NOT LIKE '_cf%'",
    ).first('count')
    if (tables === 0) return
  }
  throw new Error('The database could not be emptied')
}
