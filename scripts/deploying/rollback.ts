import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { root } from '../root.ts'
import { readKept, writeKept } from './kept.ts'
import type { Outside } from './outside.ts'

/** The version before runs again, where the database of today is one that it works with. No row is touched. */
export async function rollBack(name: string, { directory, ran, say }: Outside): Promise<void> {
  const folder = join(directory, name)
  const kept = await readKept(folder)
  const [before, now] = kept?.released?.slice(-2) ?? []
  if (!kept || before === undefined || now === undefined)
    throw new Error(`No earlier version of ${name} was deployed from here (docs/rollback.md).`)
  const between = (await oneWayMigrations()).filter((each) => each > before && each <= now)
  if (between.length > 0)
    throw new Error(
      `The version before does not work behind ${between.join(', ')}: go back by a restore (docs/rollback.md).`,
    )
  const config = join(folder, 'wrangler.json')
  await ran('wrangler', ['rollback', '--yes', '--message', 'back to the version before', '--config', config])
  await writeKept(folder, { ...kept, released: kept.released?.slice(0, -1) })
  say(`${name} runs the version before. Its database is as it was.`)
}

/** What docs/rollback.md lists as behind which older code fails. */
export async function oneWayMigrations(): Promise<readonly string[]> {
  const page = await readFile(join(root, 'docs/rollback.md'), 'utf8')
  return page
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) =>
      Array.from(line.split('|')[1]?.matchAll(/`(\d{14}_\w+)`/g) ?? [], ([, name = '']) => `${name}.sql`),
    )
}
