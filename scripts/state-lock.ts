import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { endOrphans, type Holder, isAlive, readHolder } from './holder.ts'
import { openSqlite } from './sqlite.ts'

/** In milliseconds: whoever has just got the lock writes down who it is within this time. */
const NAMED_WITHIN = 5_000

/**
 * Takes a state directory for this process, until the process ends; throws with a sentence when another has it. The
 * lock is the operating system's, on a file of SQLite: it ends with the process however that ends, two that come at
 * the same instant cannot both get it, and it makes no difference by which path they came. `command`: what was typed.
 */
export async function lockState(directory: string, command: string): Promise<void> {
  await mkdir(directory, { recursive: true })
  const database = await openSqlite(join(directory, 'running.lock'), { timeout: 0 })
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    if (!isLocked(error)) throw error
    throw new Error(await whoHas(directory, command), { cause: error })
  }
  kept.push(database)
  const before = await readHolder(directory)
  if (before) await endOrphans(before)
}

/** A database that nothing holds would be closed by the garbage collector, and the lock be gone. */
const kept: object[] = []

/** SQLITE_BUSY. */
function isLocked(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5
}

async function whoHas(directory: string, command: string): Promise<string> {
  const holder = await namedHolder(directory)
  const who = holder ? `process ${holder.pid} serves it at ${holder.address}` : 'another process has it'
  const how = holder ? `End that one (kill ${holder.pid}), or choose` : 'End that one, or choose'
  return `Sotto is running on ${directory} already: ${who}. ${how} another directory: STATE_DIR=… ${command}.`
}

/** Null if nobody alive has written down who it is. */
async function namedHolder(directory: string): Promise<Holder | null> {
  for (let waited = 0; waited <= NAMED_WITHIN; waited += 50) {
    const holder = await readHolder(directory)
    if (holder && isAlive(holder.pid)) return holder
    await sleep(50)
  }
  return null
}
