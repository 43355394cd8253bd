import './quiet.ts'
import type { WorkerdStructuredLog } from 'miniflare'
import { join } from 'node:path'
import { unstable_DevEnv, unstable_readConfig } from 'wrangler'

import { root } from './root.ts'
import { developmentSecrets } from './state.ts'

export type Served = {
  readonly origin: string
  readonly crons: readonly string[]
  readonly stop: () => Promise<void>
}

type Wanted = { readonly port: number; readonly directory: string; readonly watch: boolean }

const CONFIG = join(root, 'wrangler.toml')
const PASSED_ON = ['TEST_NOW', 'MAIL_FAIL', 'TICK'] as const

/** Serves the development Worker on 127.0.0.1; resolves when `GET /health` answers 200, which includes the seed. */
export async function serve({ port, directory, watch }: Wanted): Promise<Served> {
  const origin = originOf(port)
  const devEnv = new unstable_DevEnv()
  const broken = failure(devEnv, watch)
  const worker = await Promise.race([
    broken,
    devEnv.startWorker({
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
    }),
  ])
  await Promise.race([broken, worker.ready.then(() => healthy(origin))])

  const { triggers } = unstable_readConfig({ config: CONFIG, env: 'development' })
  return { origin, crons: triggers.crons ?? [], stop: () => worker.dispose() }
}

export function originOf(port: number): string {
  return `http://127.0.0.1:${port}`
}

/** Never resolves; rejects when serving fails. With `--watch` a failed build waits for the next edit instead. */
function failure(devEnv: unstable_DevEnv, watch: boolean): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>()
  devEnv.on('error', ({ cause, message }: { cause?: Error; message?: string }) =>
    reject(cause ?? new Error(message)),
  )
  devEnv.on('buildFailed', () => (watch ? undefined : reject(new Error('The Worker could not be built.'))))
  return promise
}

async function bindings(origin: string, directory: string) {
  const secrets = await developmentSecrets(directory)
  const passedOn = PASSED_ON.map((name) => [name, plain(process.env[name] ?? '')] as const)

  return {
    ...Object.fromEntries(passedOn),
    ORIGIN: plain(origin),
    SEED: plain(process.env['SEED'] || 'demo'),
    SECRET: { type: 'secret_text' as const, value: secrets.SECRET },
    SEALING_KEYS: { type: 'secret_text' as const, value: secrets.SEALING_KEYS },
    OWNER_CLAIM: { type: 'secret_text' as const, value: secrets.OWNER_CLAIM },
  }
}

function plain(value: string) {
  return { type: 'plain_text' as const, value }
}

/** The proxy in front delays the request until the Worker is built. */
async function healthy(origin: string): Promise<void> {
  const answer = await fetch(`${origin}/health`)
  if (!answer.ok) throw new Error(`GET /health answered ${answer.status}: ${await answer.text()}`)
}
