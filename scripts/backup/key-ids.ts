import type { DatabaseSync } from 'node:sqlite'

import { countByKey, SEALED_COLUMNS } from '../../worker/storage/seal/sealed-columns.ts'
import { columnsOf } from './schema.ts'

/** The ids of the keys that open what is sealed in it, never a key. */
export function keyIdsIn(database: DatabaseSync): readonly string[] {
  const there = SEALED_COLUMNS.filter(({ table, column }) => columnsOf(database, table).includes(column))
  const ids = there.flatMap((column) =>
    database
      .prepare(countByKey(column))
      .all()
      .map(({ key }) => String(key)),
  )
  return [...new Set(ids)].filter((id) => id !== '').toSorted()
}
