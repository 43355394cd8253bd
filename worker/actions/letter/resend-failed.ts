import type { ProgrammeId } from '../../domain/ids.ts'
import { isStillTrue } from '../../domain/letter/still-true.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { listFailed, requeueFailed } from '../../storage/letter/failed.ts'
import { findPresent } from '../../storage/letter/present.ts'

/** `overtaken` are no longer true, and stay as they are. */
export type ResentAll = { readonly resent: number; readonly overtaken: number }

/** Sends again all letters of a programme that failed for good and are still true. Once more finds none. */
export async function resendFailed(platform: Platform, programmeId: ProgrammeId): Promise<ResentAll> {
  const { db } = platform
  const now = platform.now()
  const failed = await listFailed(db, programmeId)
  const present = await findPresent(
    db,
    failed.map(({ letter }) => letter),
    now,
  )
  const stillTrue = failed.filter(({ letter }) => isStillTrue(letter, present))
  const ids = stillTrue.map(({ id }) => id)
  if (ids.length > 0) await inOneBatch(db, [requeueFailed(db, ids, now)])
  return { resent: ids.length, overtaken: failed.length - ids.length }
}
