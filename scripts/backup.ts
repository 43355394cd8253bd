import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'

import { now } from './asked-now.ts'
import { differing, digestsOf } from './backup/digest.ts'
import { writeBackup } from './backup/file.ts'
import { exportRemote, inMemory, inOneSnapshot } from './backup/source.ts'
import { orDiskFull } from './disk-full.ts'
import { root } from './root.ts'
import { type Run, run } from './run.ts'
import { openSqlite } from './sqlite.ts'
import { localFile } from './state-file.ts'
import { stateDirectory } from './state.ts'

const USAGE = 'npm run backup -- FILE; with --remote of the deployed database, else of that of STATE_DIR.'

/** `ran` runs wrangler. */
export async function main(words: readonly string[], ran: Run = run): Promise<void> {
  const [file, ...more] = words.filter((word) => word !== '--remote')
  if (file === undefined || file.startsWith('-') || more.length > 0) throw new Error(USAGE)
  const database = words.includes('--remote') ? await exportRemote(ran) : await openLocal()
  const { header, text } = inOneSnapshot(database, () => writeBackup(database, { at: now(), sotto: VERSION }))
  database.close()
  await refuseUnreadable(text, header.tables)
  await writeWhole(file, text)
  const rows = Object.values(header.tables).reduce((sum, table) => sum + table.rows, 0)
  console.log(
    `${file}: ${rows} rows of ${Object.keys(header.tables).length - 1} tables, read back and compared.`,
  )
  console.log(
    header.keys.length > 0
      ? `It holds names and addresses, and no key. To be read it needs ${header.keys.join(', ')} of SEALING_KEYS: keep that elsewhere.`
      : 'It holds names and addresses, and no key; nothing in it is sealed.',
  )
}

/** Under its own name only once it is whole. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const part = `${file}.part`
  try {
    await writeFile(part, text, { mode: 0o600 })
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw orDiskFull(error, 'No backup was written.')
  }
}

const { version: VERSION }: { readonly version: string } = JSON.parse(
  await readFile(join(root, 'package.json'), 'utf8'),
)

async function openLocal(): Promise<DatabaseSync> {
  const directory = stateDirectory()
  const file = await localFile(directory)
  if (file === null) throw new Error(`There is no database in ${directory}.`)
  return openSqlite(file, { readOnly: true })
}

/** A backup that cannot be read is none. */
async function refuseUnreadable(text: string, tables: ReturnType<typeof digestsOf>): Promise<void> {
  const again = await inMemory(text)
  const different = differing(tables, digestsOf(again))
  again.close()
  if (different.length > 0) throw new Error(`It could not be read back as it is, in ${different.join(', ')}.`)
}

if (process.argv[1] === import.meta.filename)
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
