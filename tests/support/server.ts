import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod/mini'

import { root } from '../../scripts/root.ts'
import { somePort } from '../../scripts/some-port.ts'

const Messages = z.array(
  z.object({
    id: z.string(),
    at: z.string(),
    from: z.string(),
    to: z.string(),
    subject: z.string(),
    raw: z.string(),
  }),
)
const People = z.array(
  z.object({
    id: z.string(),
    roles: z.array(z.string()),
    name: z.string(),
    email: z.string(),
    programmes: z.array(z.string()),
    signIn: z.optional(z.string()),
  }),
)
export type Message = z.infer<typeof Messages>[number]
export type Person = z.infer<typeof People>[number]

export type Server = {
  readonly origin: string
  readonly directory: string
  readonly pid: number
  readonly printed: () => string
  readonly people: () => Promise<readonly Person[]>
  /** Mails handed to the mail port, oldest first; with an id, only later ones. */
  readonly mail: (after?: string) => Promise<readonly Message[]>
  readonly clock: (now: string | null) => Promise<void>
  readonly tick: () => Promise<void>
  /** Delivers a mail to the Worker as the platform would; returns the status. */
  readonly receive: (mail: { from: string; to: string; raw: string }) => Promise<number>
  /** Ends it as an operator would; returns the exit code. Removes the directory unless one was given. */
  readonly stop: () => Promise<number | null>
}

type Wanted = { readonly env?: Readonly<Record<string, string>>; readonly directory?: string }

/** The application as `npm start` serves it, on a free port with its own state and without crons. */
export async function startServer({ env = {}, directory }: Wanted = {}): Promise<Server> {
  const state = directory ?? (await mkdtemp(join(tmpdir(), 'sotto-')))
  const port = await somePort()
  const origin = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: root,
    env: { ...process.env, TICK: 'off', ...env, PORT: String(port), STATE_DIR: state },
    // The IPC channel closes when the test process ends in any way, so that the server ends too.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const said: string[] = []
  child.stdout?.on('data', (part) => said.push(String(part)))
  child.stderr?.on('data', (part) => said.push(String(part)))

  await ready(child, origin, said)
  return {
    ...seams(origin),
    origin,
    directory: state,
    pid: child.pid ?? 0,
    printed: () => said.join(''),
    stop: () => stop(child, directory ? null : state),
  }
}

function seams(origin: string) {
  const read = async (path: string): Promise<unknown> => (await asked(`${origin}${path}`)).json()
  const post = async (path: string, body: unknown = {}): Promise<void> => {
    const headers = { 'content-type': 'application/json', origin }
    await asked(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  }

  return {
    people: async () => People.parse(await read('/dev/people.json')),
    mail: async (after?: string) =>
      Messages.parse(await read(`/dev/mail.json${after ? `?after=${after}` : ''}`)),
    clock: (now: string | null) => post('/dev/clock', { now }),
    tick: () => post('/dev/tick'),
    receive: async ({ from, to, raw }: { from: string; to: string; raw: string }) => {
      const query = new URLSearchParams({ from, to })
      const answer = await fetch(`${origin}/cdn-cgi/local/email?${query.toString()}`, {
        method: 'POST',
        body: raw,
      })
      return answer.status
    },
  }
}

async function asked(url: string, init?: RequestInit): Promise<Response> {
  const answer = await fetch(url, init)
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
  return answer
}

async function ready(child: ChildProcess, origin: string, said: readonly string[]): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (child.exitCode !== null) throw new Error(`The server ended (${child.exitCode}):\n${said.join('')}`)
    const answer = await fetch(`${origin}/health`).catch(() => null)
    if (answer?.ok && said.join('').includes(origin)) return
    await sleep(100)
  }
  child.kill('SIGKILL')
  throw new Error(`The server was not ready within a minute:\n${said.join('')}`)
}

async function stop(child: ChildProcess, discard: string | null): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  child.kill('SIGTERM')
  const code = child.exitCode ?? (await ended)

  if (discard) await rm(discard, { recursive: true, force: true })
  return code
}
