import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import type { Ask } from '../../worker/storage/fsck/check.ts'
import { openQuietly } from '../open-quietly.ts'

export type Reading = { readonly ask: Ask; readonly close: () => void }

/** The database of a state directory that nobody serves, read only. */
export async function readDatabase(directory: string): Promise<Reading> {
  const folder = join(directory, 'v3', 'd1', 'miniflare-D1DatabaseObject')
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.sqlite'))) {
    const database = await openQuietly(join(folder, name), { readOnly: true })
    const isOurs = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'sessions'").get()
    if (isOurs)
      return {
        ask: (questions) => Promise.resolve(questions.map((each) => database.prepare(each).all())),
        close: () => database.close(),
      }
    database.close()
  }
  throw new Error(`There is no database in ${directory}.`)
}
