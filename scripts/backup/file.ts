import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

import { digestsOf } from './digest.ts'
import { dumpSql } from './dump.ts'
import { keyIdsIn } from './key-ids.ts'
import { tablesOf } from './schema.ts'

const FIRST_LINE = '-- Sotto backup'
const FORMAT = 1
const SEAL = '-- sha256:'

const HEADER = z.object({
  format: z.literal(FORMAT),
  sotto: z.string(),
  at: z.iso.datetime(),
  /** Which migrations it has run. */
  migrations: z.array(z.string()),
  /** The ids of the keys that it needs to be read. */
  keys: z.array(z.string()),
  tables: z.record(z.string(), z.object({ rows: z.int(), digest: z.string() })),
})

/** What stands at the head of a backup: no word of anybody, and no key. */
export type Header = z.infer<typeof HEADER>

/** A file that D1 imports as it is: the head in comments, the statements, and the hash of all before it. */
export function writeBackup(
  database: DatabaseSync,
  { at, sotto }: { readonly at: number; readonly sotto: string },
) {
  const header: Header = {
    ...{ format: FORMAT, sotto, at: new Date(at).toISOString() },
    migrations: [...migrationsOf(database)],
    keys: [...keyIdsIn(database)],
    tables: digestsOf(database),
  }
  const lines = [FIRST_LINE, `-- ${JSON.stringify(header)}`]
  for (const statement of dumpSql(database)) lines.push(`${statement};`)
  const body = `${lines.join('\n')}\n`
  return { header, text: `${body}${SEAL}${hashOf(body)}\n` }
}

/** Throws with a sentence for whatever is no whole backup. */
export function readBackup(text: string): { readonly header: Header; readonly sql: string } {
  const [first, second = ''] = text.slice(0, 1_000_000).split('\n', 2)
  if (first !== FIRST_LINE) throw new Error('This is no backup of Sotto.')
  const end = text.lastIndexOf(SEAL)
  const body = text.slice(0, end)
  if (end < 0 || text.slice(end + SEAL.length).trim() !== hashOf(body))
    throw new Error('The backup is not whole, or was changed: its hash does not fit. Nothing was written.')
  const read = HEADER.safeParse(JSON.parse(second.slice(3)))
  if (!read.success) throw new Error('The backup is of another format than this version reads.')
  return { header: read.data, sql: body }
}

export function migrationsOf(database: DatabaseSync): readonly string[] {
  if (!tablesOf(database).includes('d1_migrations')) return []
  return database
    .prepare('SELECT name FROM d1_migrations ORDER BY name')
    .all()
    .map(({ name }) => String(name))
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
