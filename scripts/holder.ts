import { ChildProcess, execFile } from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'
import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import * as z from 'zod/mini'

/** Who serves a state directory, where, and what it started. */
const Holder = z.object({ pid: z.number(), address: z.string(), started: z.array(z.number()) })
export type Holder = z.infer<typeof Holder>

const FILE = 'running.json'
/** What a server starts; a process with one of these ids and another name is somebody else's. */
const OURS = /\b(?:workerd|esbuild)(?:\.exe)?$/

export async function readHolder(directory: string): Promise<Holder | null> {
  const text = await readFile(join(directory, FILE), 'utf8').catch(() => '')
  return Holder.safeParse(parsed(text)).data ?? null
}

/** Writes down this process, and from now on each one that it starts. */
export function writeHolder(directory: string, address: string): void {
  const started: number[] = []
  const write = () =>
    writeFileSync(join(directory, FILE), JSON.stringify({ pid: process.pid, address, started }))
  subscribe('child_process', (message) => {
    const child = startedIn(message)
    child?.once('spawn', () => {
      started.push(child.pid ?? 0)
      write()
    })
  })
  write()
}

/** A server that was killed leaves processes that hold its port and its databases: they are ended here. */
export async function endOrphans({ started }: Holder): Promise<void> {
  const orphans = []
  for (const pid of started) if (isAlive(pid) && OURS.test(await nameOf(pid))) orphans.push(pid)
  for (const pid of orphans) process.kill(pid, 'SIGKILL')
  for (let waited = 0; waited < 2_000 && orphans.some(isAlive); waited += 20) await sleep(20)
}

/** Signal 0 only asks; a process of somebody else answers EPERM. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Empty where it cannot be found out. A bare Debian has no `ps`. */
async function nameOf(pid: number): Promise<string> {
  const read = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => null)
  if (read !== null) return read.trim()
  const asked = await promisify(execFile)('ps', ['-o', 'comm=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }))
  return asked.stdout.trim()
}

function startedIn(message: unknown): ChildProcess | null {
  const child =
    typeof message === 'object' && message !== null && 'process' in message ? message.process : null
  return child instanceof ChildProcess ? child : null
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return null
  }
}
