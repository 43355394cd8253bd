import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { root } from '../root.ts'
import { schemaTables } from './tables.ts'

type Package = {
  readonly version: string
  readonly scripts: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
}

/** What this checkout has, so that no page claims more: an answer becomes “yes” with the command or table it is about. */
export function readBuilt() {
  const { version, scripts, dependencies }: Package = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  const tables = schemaTables().map(({ name }) => name)
  return {
    version,
    dependencies: Object.keys(dependencies),
    latestMigration: readdirSync(join(root, 'schema/migrations')).toSorted().at(-1) ?? '',
    hasCommand: (name: string) => name in scripts,
    hasTable: (name: RegExp) => tables.some((each) => name.test(each)),
  }
}

export type Built = ReturnType<typeof readBuilt>
