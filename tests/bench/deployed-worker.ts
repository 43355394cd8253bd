import '../../scripts/quiet.ts'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unstable_getMiniflareWorkerOptions, unstable_splitSqlQuery } from 'wrangler'
import * as z from 'zod/mini'

import { migrationTexts } from '../../scripts/migrate.ts'
import { root } from '../../scripts/root.ts'
import { run } from '../../scripts/run.ts'
import type { Ask, Row } from '../../worker/storage/fsck/check.ts'
import { ORIGIN } from './inside-worker/origin.ts'
import type { Cost } from './measuring.ts'

export type Answered = { readonly text: string; readonly milliseconds: number }
const Counted = z.object({ calls: z.number(), rowsRead: z.number(), rowsWritten: z.number() })

/** The Worker as it is deployed, built and minified, in miniflare with its own database, over real HTTP. */
export type DeployedWorker = {
  readonly ask: (path: string, cookie?: string, body?: unknown) => Promise<Answered>
  /** Sends a request and returns its database cost. */
  readonly counted: (
    path: string,
    cookie: string,
    body?: unknown,
  ) => Promise<Answered & { readonly cost: Cost }>
  readonly signedIn: (k: string) => Promise<string>
  /** Where it listens. */
  readonly origin: string
  /** Its database, asked from outside. */
  readonly askDatabase: Ask
  readonly close: () => Promise<void>
}

export async function openDeployedWorker(): Promise<DeployedWorker> {
  const directory = await mkdtemp(join(tmpdir(), 'sotto-bench-'))
  await run('wrangler', [
    ...['deploy', 'tests/bench/inside-worker/entry.ts', '--dry-run', '--outdir', directory, '--env='],
  ])
  process.env['SECRET'] = 'a-secret-that-only-the-bench-knows-of-0123'
  process.env['SEALING_KEYS'] = 'bench=YS1rZXktdGhhdC1vbmx5LWJlbmNoLWtub3dzLW9mLTA='
  const { workerOptions } = unstable_getMiniflareWorkerOptions(join(root, 'wrangler.toml'))
  const contents = await readFile(join(directory, 'entry.js'), 'utf8')
  const worker = { ...workerOptions, modules: [{ type: 'ESModule' as const, path: 'entry.js', contents }] }
  // Mail and clock come in at miniflare's own paths.
  const open = { handleStructuredLogs: () => {}, unsafeTriggerHandlers: true }
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({ rootPath: root, host: '127.0.0.1', port: 0, ...open, workers: [worker] }),
  )
  const { origin } = await miniflare.ready
  const database = await miniflare.getD1Database('DB')
  for (const text of await migrationTexts())
    await database.batch(unstable_splitSqlQuery(text).map((statement) => database.prepare(statement)))
  return {
    ...client(origin),
    askDatabase: async (questions) => {
      const answers = await database.batch<Row>(questions.map((each) => database.prepare(each)))
      return answers.map(({ results }) => results)
    },
    close: async () => {
      await miniflare.dispose()
      await rm(directory, { recursive: true })
    },
  }
}

function client(origin: string): Omit<DeployedWorker, 'close' | 'askDatabase'> {
  const send = async (path: string, cookie: string, body: unknown, headers: Record<string, string> = {}) => {
    const began = performance.now()
    const answer = await fetch(origin + path, {
      headers: { Cookie: cookie, Origin: ORIGIN, 'Content-Type': 'application/json', ...headers },
      redirect: 'manual',
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    const milliseconds = performance.now() - began
    if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${text}`)
    return { text, milliseconds, cost: answer.headers.get('X-Cost') }
  }
  return {
    origin,
    ask: async (path, cookie = '', body?) => send(path, cookie, body),
    counted: async (path, cookie, body) => {
      const answer = await send(path, cookie, body, { 'X-Count': 'yes' })
      return { ...answer, cost: Counted.parse(JSON.parse(answer.cost ?? '{}')) }
    },
    signedIn: async (k) => {
      const body = new URLSearchParams({ k })
      const init = { method: 'POST', body, redirect: 'manual' } as const
      const answer = await fetch(`${origin}/sign-in/confirmation`, init)
      const cookie = answer.headers.get('Set-Cookie')?.split(';')[0]
      if (!cookie) throw new Error(`Not signed in: ${answer.status}`)
      return cookie
    },
  }
}
