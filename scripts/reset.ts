import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { stateDirectory } from './state.ts'

/** What `npm start` writes there; other files in the folder are kept. */
const OURS = ['v3', 'secrets.env', 'migrated.txt']

const directory = stateDirectory()
const present = existsSync(directory) ? await readdir(directory) : []
const found = OURS.filter((name) => present.includes(name))

await Promise.all(found.map((name) => rm(join(directory, name), { recursive: true })))
console.log(found.length > 0 ? `Emptied ${directory}.` : `Nothing to empty in ${directory}.`)
