import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

import { isAlive, readHolder } from '../holder.ts'
import { root } from '../root.ts'

export type Served = {
  readonly origin: string
  /** Kills the server and all that it started, at once and without a word. */
  readonly kill: () => Promise<void>
  /** Ends it as an operator would. */
  readonly stop: () => Promise<void>
}

type Wanted = { readonly port: number; readonly directory: string; readonly now: string }

/** In milliseconds; a busy machine builds slowly. */
const READY_WITHIN = 120_000

/** The application by the same script as `npm start`, without crons: the clock is driven from outside. */
export async function startServed({ port, directory, now }: Wanted): Promise<Served> {
  const origin = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), STATE_DIR: directory, TEST_NOW: now, TICK: 'off' },
    // Its IPC channel closes however this process ends, and the server with it.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => said.push(String(part)))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const killAll = async () => {
    const started = (await readHolder(directory))?.started ?? []
    for (const pid of [...started, child.pid ?? 0]) if (pid > 0 && isAlive(pid)) process.kill(pid, 'SIGKILL')
    await ended
  }
  for (let waited = 0; !said.join('').includes(origin); waited += 50) {
    if (child.exitCode !== null || waited > READY_WITHIN) {
      await killAll()
      throw new Error(`The server did not start:\n${said.join('')}`)
    }
    await sleep(50)
  }
  return {
    origin,
    kill: killAll,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
