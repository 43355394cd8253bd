import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { lockState } from './state-lock.ts'
import { stateDirectory } from './state.ts'

/** What `npm start` writes there; other files in the folder are kept. */
const OURS = ['v3', 'secrets.env', 'migrated.txt', 'running.json']

reset(stateDirectory()).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})

async function reset(directory: string): Promise<void> {
  const found = existsSync(directory) ? await oursIn(directory) : []
  await Promise.all(found.map((name) => rm(join(directory, name), { recursive: true })))
  console.log(found.length > 0 ? `Emptied ${directory}.` : `Nothing to empty in ${directory}.`)
}

/** The lock stays where it is: another process may be waiting to open it. */
async function oursIn(directory: string): Promise<readonly string[]> {
  await lockState(directory, 'npm run reset')
  const present = await readdir(directory)
  return OURS.filter((name) => present.includes(name))
}
