import type { PersonId } from '../../domain/ids.ts'
import { idsIn, type Returned } from '../../domain/letter/returned.ts'
import { suppressionOf } from '../../domain/letter/suppression.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { findReturned, markReturned } from '../../storage/letter/returned.ts'
import { putSuppression } from '../../storage/letter/suppression.ts'

/**
 * Records what was reported about a letter. It counts only with the id of a letter of ours that went to that address, and
 * to `readerId` where that is known; else false, and nothing is changed.
 */
export async function recordReturned(
  platform: Platform,
  { address, about, blame, letter }: Returned,
  readerId: PersonId | null = null,
): Promise<boolean> {
  const { db } = platform
  const found = await findReturned(db, idsIn(about), address)
  if (!found || (readerId !== null && found.personId !== readerId)) return false

  await inOneBatch(db, [
    ...(blame ? [putSuppression(db, suppressionOf(blame, found.personId, platform.now()))] : []),
    ...(letter ? [markReturned(db, found.id, letter)] : []),
  ])
  return true
}
