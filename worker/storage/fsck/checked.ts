import { checked } from '../../../schema/index.ts'
import type { Checked } from '../../domain/fsck/check.ts'
import type { Database } from '../../platform.ts'

/** The row stands for the last run. */
const ONLY = 1

export async function putChecked(db: Database, { at, broken }: Checked): Promise<void> {
  await db
    .insert(checked)
    .values({ id: ONLY, at, broken })
    .onConflictDoUpdate({ target: checked.id, set: { at, broken } })
}

/** The query, for a batch. */
export function selectChecked(db: Database) {
  return db.select({ at: checked.at, broken: checked.broken }).from(checked)
}
