import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

import { tablesOf } from './backup/schema.ts'
import { openSqlite } from './sqlite.ts'

/** The file of a state directory's database, known by its list of migrations; null where there is none yet. */
export async function localFile(directory: string): Promise<string | null> {
  const folder = join(directory, 'v3', 'd1', 'miniflare-D1DatabaseObject')
  const names = existsSync(folder) ? await readdir(folder) : []
  for (const name of names.filter((each) => each.endsWith('.sqlite'))) {
    const database = await openSqlite(join(folder, name), { readOnly: true })
    const isOurs = tablesOf(database).includes('d1_migrations')
    database.close()
    if (isOurs) return join(folder, name)
  }
  return null
}
