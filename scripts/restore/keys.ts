import type { DatabaseSync } from 'node:sqlite'

import { readKeyring } from '../../worker/domain/seal/keyring.ts'
import { sealedBy } from '../../worker/domain/seal/sealed.ts'
import { sealingOf } from '../../worker/sealing.ts'
import { rowIn, SEALED_COLUMNS, type SealedColumn } from '../../worker/storage/seal/sealed-columns.ts'

/**
 * Throws where a key that the database needs is not in the keyring, or is another one of the same id: one value of each
 * column and key is opened.
 */
export async function refuseWithoutKeys(
  database: DatabaseSync,
  needed: readonly string[],
  keyring: string,
): Promise<void> {
  if (needed.length === 0) return
  const read = readKeyring(keyring)
  const there = read.ok ? read.value.map(({ id }) => id) : []
  const missing = needed.filter((id) => !there.includes(id))
  const wrong = missing.length > 0 ? [] : await unopenable(database, needed, keyring)
  if (missing.length === 0 && wrong.length === 0) return
  const what =
    missing.length > 0
      ? `The key ${missing.join(', ')} is not in SEALING_KEYS`
      : `The key ${wrong.join(', ')} in SEALING_KEYS is another one than the backup was sealed with`
  throw new Error(
    `${what}: words in it could not be read. Put the right one there first, or say --without-keys. Nothing was written.`,
  )
}

async function unopenable(
  database: DatabaseSync,
  needed: readonly string[],
  keyring: string,
): Promise<readonly string[]> {
  const sealing = sealingOf(keyring)
  const wrong = new Set<string>()
  for (const id of needed)
    for (const column of SEALED_COLUMNS)
      for (const { row, stored } of sealedWith(database, column, id)) {
        const opened = await column.renew(sealing, String(row), String(stored))
        if (!opened.ok) wrong.add(id)
      }
  return [...wrong]
}

/** One value that this key has sealed, if there is any. */
function sealedWith(database: DatabaseSync, sealed: SealedColumn, id: string) {
  const { table, column, text } = sealed
  const query = `SELECT ${rowIn(sealed)} AS row, ${column} AS stored FROM ${table} WHERE ${text} LIKE ? || '%' LIMIT 1`
  return database.prepare(query).all(sealedBy(id))
}
