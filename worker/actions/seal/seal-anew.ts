import { sql } from 'drizzle-orm'

import { accept } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import {
  SEALED_COLUMNS,
  type SealedColumn,
  selectOlder,
  updateTo,
} from '../../storage/seal/sealed-columns.ts'

const ROWS_AT_ONCE = 100
/** Of each column in one night; the next one goes on. */
const SLICES = 20

/**
 * Seals with the newest key what an older one has sealed, or an older version kept in clear. One that does not open stays
 * as it is. Returns how many rows it sealed.
 */
export async function sealAnew(platform: Platform): Promise<number> {
  let sealed = 0
  for (const column of SEALED_COLUMNS)
    for (let slice = 0, after: string | null = ''; slice < SLICES && after !== null; slice += 1) {
      const done: Slice = await sealSlice(platform, column, after)
      sealed += done.sealed
      after = done.next
    }
  return sealed
}

type Slice = { readonly sealed: number; readonly next: string | null }

async function sealSlice(platform: Platform, column: SealedColumn, after: string): Promise<Slice> {
  const { db, sealsWith } = platform
  const rows = await db.all<{ readonly row: string; readonly stored: string }>(
    sql.raw(selectOlder(column, sealsWith, { after, limit: ROWS_AT_ONCE })),
  )
  const renewed = await Promise.all(
    rows.map(async (each) => ({ ...each, made: await column.renew(platform, each.row, each.stored) })),
  )
  const writes = renewed.flatMap(({ row, stored, made }) =>
    made.ok ? [db.run(sql.raw(updateTo(column, { key: row, stored, made: made.value })))] : [],
  )
  const written = writes.length > 0 ? await inOneBatch(db, writes) : accept(null)
  const last = rows.length < ROWS_AT_ONCE ? undefined : rows.at(-1)
  return { sealed: written.ok ? writes.length : 0, next: last?.row ?? null }
}
