import type { DatabaseSync } from 'node:sqlite'

import { migrationsOf } from '../backup/file.ts'
import { migrationNames, migrationText } from '../migrate.ts'

/** Throws where a backup has run a migration that this version does not have. */
export async function refuseNewer(applied: readonly string[]): Promise<void> {
  const known = new Set(await migrationNames())
  const newer = applied.filter((name) => !known.has(name))
  if (newer.length > 0)
    throw new Error(
      `The backup was made by a newer version: this one does not know ${newer.join(', ')}. Restore it with that version or a later one.`,
    )
}

/** Brings an older backup to the schema of this version. Returns what was applied. */
export async function migrateAfter(database: DatabaseSync): Promise<readonly string[]> {
  const applied = new Set(migrationsOf(database))
  const missing = (await migrationNames()).filter((name) => !applied.has(name))
  for (const name of missing) {
    database.exec('BEGIN')
    database.exec(await migrationText(name))
    database.prepare('INSERT INTO d1_migrations (name) VALUES (?)').run(name)
    database.exec('COMMIT')
  }
  return missing
}
