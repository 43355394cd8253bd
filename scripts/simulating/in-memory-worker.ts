import '../quiet.ts'
import type { D1Database } from '@cloudflare/workers-types'
import { join } from 'node:path'
import { createTestHarness, unstable_readConfig } from 'wrangler'

import { root } from '../root.ts'
import type { Doors } from './doors.ts'
import type { YearResult, YearOptions, Year } from './result.ts'

export type InMemoryWorker = Pick<Doors, 'ask' | 'rows'> & {
  readonly simulate: (wanted: YearOptions) => Promise<Year>
  readonly stop: () => Promise<void>
}

/** The origin of the links in its mails; nothing listens there. */
const ORIGIN = 'http://127.0.0.1:8787'

/** The development Worker with the simulation in it: its databases in memory, its clock stopped at `now`. */
export async function startInMemoryWorker(
  now: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<InMemoryWorker> {
  const server = createTestHarness({ root, workers: [{ config: configAt(now, settings) }] })
  await server.listen()
  const worker = server.getWorker<{ readonly DB: D1Database }>()
  await worker.applyD1Migrations('DB')
  return {
    ask: (path, init = {}) => worker.fetch(`${ORIGIN}${path}`, { redirect: 'manual', ...init }),
    rows: async (question) => {
      const { DB } = await worker.getEnv()
      return (await DB.prepare(question).all()).results
    },
    simulate: async (wanted) => {
      const answer = await worker.fetch(`${ORIGIN}/year`, { method: 'POST', body: JSON.stringify(wanted) })
      const result: YearResult = JSON.parse((await answer.text()).trim())
      if ('failed' in result) throw new Error(result.failed)
      const errors = server.getLogs().flatMap(({ level, message }) => (level === 'error' ? [message] : []))
      return withErrors(result.year, errors)
    },
    stop: () => server.close(),
  }
}

function configAt(now: string, settings: Readonly<Record<string, string>>) {
  const config = unstable_readConfig({ config: join(root, 'wrangler.toml'), env: 'development' })
  return {
    name: config.name ?? 'sotto',
    main: join(root, 'scripts', 'simulating', 'worker-entry.ts'),
    compatibility_date: config.compatibility_date ?? '',
    compatibility_flags: config.compatibility_flags,
    d1_databases: config.d1_databases,
    send_email: config.send_email,
    assets: config.assets ?? {},
    vars: {
      ...config.vars,
      ORIGIN,
      TEST_NOW: now,
      SEED: 'none',
      SECRET: 'of-a-worker-that-lives-only-in-memory-0123456789',
      SEALING_KEYS: 'memory=b2YtYS13b3JrZXItdGhhdC1saXZlcy1pbi1tZW1vcnk=',
      ...settings,
    },
  }
}

/** Each logged error counts as a broken promise. */
function withErrors(year: Year, errors: readonly string[]): Year {
  const broken = [...year.broken, ...errors.map((error) => `logged as an error: ${error}`)]
  return { ...year, broken, summary: { ...year.summary, brokenInvariants: broken.length } }
}
