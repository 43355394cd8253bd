import './quiet.ts'

import type { WorkerdStructuredLog } from 'miniflare'
import { join } from 'node:path'
import { unstable_readConfig, unstable_startWorker } from 'wrangler'

import { root } from './root.ts'
import { developmentSecret } from './state.ts'

export type Served = {
  readonly origin: string
  readonly crons: readonly string[]
  readonly stop: () => Promise<void>
}

type Wanted = { readonly port: number; readonly directory: string; readonly watch: boolean }

const CONFIG = join(root, 'wrangler.toml')
const PASSED_ON = ['TEST_NOW', 'MAIL_FAIL'] as const

/** Serves the development Worker on 127.0.0.1; resolves once `GET /health` answers 200, seed included. */
export async function serve({ port, directory, watch }: Wanted): Promise<Served> {
  const origin = `http://127.0.0.1:${port}`
  const worker = await unstable_startWorker({
    config: CONFIG,
    env: 'development',
    bindings: await bindings(origin, directory),
    dev: {
      server: { hostname: '127.0.0.1', port },
      inspector: false,
      remote: false,
      persist: directory,
      logLevel: 'warn',
      watch,
      liveReload: watch,
      structuredLogsHandler: ({ level, message }: WorkerdStructuredLog) => {
        if (watch || level === 'error' || level === 'warn') console.error(message)
      },
    },
  })
  await worker.ready
  await healthy(origin)

  const { triggers } = unstable_readConfig({ config: CONFIG, env: 'development' })
  return { origin, crons: triggers.crons ?? [], stop: () => worker.dispose() }
}

async function bindings(origin: string, directory: string) {
  const passedOn = PASSED_ON.map((name) => [name, plain(process.env[name] ?? '')] as const)

  return {
    ...Object.fromEntries(passedOn),
    ORIGIN: plain(origin),
    SEED: plain(process.env['SEED'] || 'demo'),
    SECRET: { type: 'secret_text' as const, value: await developmentSecret(directory) },
  }
}

function plain(value: string) {
  return { type: 'plain_text' as const, value }
}

async function healthy(origin: string): Promise<void> {
  const answer = await fetch(`${origin}/health`)
  if (!answer.ok) throw new Error(`GET /health answered ${answer.status}: ${await answer.text()}`)
}
