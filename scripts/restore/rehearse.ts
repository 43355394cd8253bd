import type { DatabaseSync } from 'node:sqlite'

import { differing, digestsOf } from '../backup/digest.ts'
import { type Header, readBackup } from '../backup/file.ts'
import { inMemory } from '../backup/source.ts'
import { settleAfter, type Since } from './after-restore.ts'
import { migrateAfter, refuseNewer } from './migrations.ts'

export type Rehearsed = {
  readonly database: DatabaseSync
  readonly header: Header
  /** The migrations that brought it to this version. */
  readonly migrated: readonly string[]
}

/**
 * Restores into memory, and says no with a sentence before anything is written: a file that is not whole, of a newer
 * version, or whose rows are not what its head says.
 */
export async function rehearse(
  text: string,
  { now, since }: { readonly now: number; readonly since: Since },
): Promise<Rehearsed> {
  const { header, sql } = readBackup(text)
  await refuseNewer(header.migrations)
  const database = await inMemory(sql)
  const different = differing(header.tables, digestsOf(database))
  if (different.length > 0)
    throw new Error(`What the backup holds is not what its head says, in ${different.join(', ')}.`)
  const migrated = await migrateAfter(database)
  settleAfter(database, { now, backupAt: Date.parse(header.at), since })
  refuseBroken(database)
  return { database, header, migrated }
}

function refuseBroken(database: DatabaseSync): void {
  const dangling = database.prepare('PRAGMA foreign_key_check').all()
  const [checked] = database.prepare('PRAGMA integrity_check').all()
  if (dangling.length > 0 || checked?.['integrity_check'] !== 'ok')
    throw new Error('The backup does not hold together: rows of it point to others that are not there.')
}
