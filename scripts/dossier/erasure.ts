import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { root } from '../root.ts'

export type Erased = 'row' | ReadonlySet<string>

/** A column that gets an empty value. Others of the same statement are states and versions. */
const EMPTIED = /\b([a-z_]+)\s*=\s*(?:NULL|''|'\[\]'|'\{\}'|'both'|'UTC'|\$\{(?:BLANK|EMPTIED)\}|json_)/g

/** What goes of each table when a person is erased from the whole installation: read from the statements that do it. */
export function readErasure(): ReadonlyMap<string, Erased> {
  const text = globSync('worker/storage/people/erase*.ts', { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n')
  const erased = new Map<string, Erased>()
  for (const [, table = '', set = ''] of text.matchAll(/sql`UPDATE (\w+)\s+SET ([\s\S]*?)\bWHERE\b/g)) {
    const before = erased.get(table)
    if (before === 'row') continue
    const columns = Array.from(set.matchAll(EMPTIED), ([, name = '']) => name)
    if (columns.length > 0) erased.set(table, new Set([...(before ?? []), ...columns]))
  }
  for (const [, table = ''] of text.matchAll(/sql`DELETE FROM (\w+)/g)) erased.set(table, 'row')
  for (const [, tables = ''] of text.matchAll(/\[([^\]]*)\]\.map\(\s*\(table\) => sql`DELETE FROM/g))
    for (const [, table = ''] of tables.matchAll(/'(\w+)'/g)) erased.set(table, 'row')
  return erased
}
