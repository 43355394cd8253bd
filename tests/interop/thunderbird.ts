import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { alive, descendants } from '../support/processes.ts'
import { type Marionette, marionetteOn } from './marionette.ts'
import { type Owner, writeProfile } from './profile.ts'

export type Thunderbird = {
  readonly run: Marionette['run']
  /** Ends all processes and removes all files. */
  readonly close: () => Promise<void>
}

export const PROGRAM = 'thunderbird'
/** Each program with its Debian package. */
export const NEEDED = [
  { program: PROGRAM, from: 'thunderbird' },
  { program: 'xvfb-run', from: 'xvfb' },
  { program: 'dbus-run-session', from: 'dbus-x11' },
] as const
const [, SCREEN, BUS] = NEEDED

const START_MILLISECONDS = 90_000
const END_MILLISECONDS = 8000

/** A separate instance on a virtual screen, which sends to `smtpPort` of this machine. `stop` ends it early. */
export async function startThunderbird(
  owner: Owner,
  smtpPort: number,
  stop: AbortSignal,
): Promise<Thunderbird> {
  const folder = await mkdtemp(join(tmpdir(), 'sotto-thunderbird-'))
  const profile = join(folder, 'profile')
  const port = await freePort()
  await writeProfile(profile, owner, { marionette: port, smtp: smtpPort })

  const child = spawn(BUS.program, ['--', SCREEN.program, '-a', PROGRAM, ...wordsFor(profile)], {
    env: {
      ...process.env,
      HOME: folder,
      TZ: 'Europe/Paris',
      LC_ALL: 'C.UTF-8',
      MOZ_CRASHREPORTER_DISABLE: '1',
    },
    stdio: 'ignore',
  })
  const ended = new AbortController()
  child.on('error', () => ended.abort()).on('exit', () => ended.abort())
  try {
    const givenUp = AbortSignal.any([stop, ended.signal, AbortSignal.timeout(START_MILLISECONDS)])
    const { run, quit } = await marionetteOn(port, givenUp)
    let closing: Promise<void> | null = null
    const close = () => (closing ??= end(child, folder, quit))
    stop.addEventListener('abort', () => void close())
    return { run, close }
  } catch (error) {
    await end(child, folder, () => Promise.resolve())
    throw error
  }
}

function wordsFor(profile: string): readonly string[] {
  return ['--marionette', '-remote-allow-system-access', '--no-remote', '--profile', profile]
}

/** Lets it quit by itself; otherwise kills each process that it started, by id. */
async function end(child: ChildProcess, folder: string, quit: () => Promise<void>): Promise<void> {
  const started = child.pid === undefined ? [] : [child.pid, ...(await descendants(child.pid))]
  const asked = new AbortController()
  const patience = sleep(END_MILLISECONDS, undefined, { signal: asked.signal }).catch(() => {})
  await Promise.race([quit().catch(() => {}), patience])
  asked.abort()
  if (!(await gone(started))) {
    for (const pid of await alive(started)) signal(pid, 'SIGTERM')
    if (!(await gone(started))) for (const pid of await alive(started)) signal(pid, 'SIGKILL')
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

async function gone(pids: readonly number[]): Promise<boolean> {
  const until = Date.now() + END_MILLISECONDS
  while (Date.now() < until) {
    if ((await alive(pids)).length === 0) return true
    await sleep(100)
  }
  return false
}

function signal(pid: number, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has already ended.
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}
