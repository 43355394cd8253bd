import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { root } from './root.ts'
import { run } from './run.ts'

/** Brings the local database of a state directory up to date; a note of names saves asking wrangler again. */
export async function migrate(directory: string): Promise<void> {
  const note = join(directory, 'migrated.txt')
  const wanted = await migrationNames()
  const applied = existsSync(join(directory, 'v3', 'd1')) && (await readFile(note, 'utf8').catch(() => ''))
  if (applied === wanted) return

  await run('wrangler', [
    ...['d1', 'migrations', 'apply', 'DB'],
    ...['--local', '--env', 'development', '--persist-to', directory],
  ])
  await writeFile(note, wanted)
}

async function migrationNames(): Promise<string> {
  const names = await readdir(join(root, 'schema', 'migrations'))
  return names
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .join('\n')
}
