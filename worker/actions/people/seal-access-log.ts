import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { findLastSeal, insertSeal, computeNextSeal } from '../../storage/people/access-seal.ts'

/** Limits for one night; the next night continues. */
const ROWS_PER_SEAL = 2000
const SEALS_PER_NIGHT = 20

/** Seals the new rows of the access log. Returns the number of seals. */
export async function sealAccessLog({ db, now }: Platform): Promise<number> {
  let last = await findLastSeal(db)
  for (let count = 0; count < SEALS_PER_NIGHT; count += 1) {
    const seal = await computeNextSeal(db, last, ROWS_PER_SEAL)
    if (!seal) return count
    const written = await inOneBatch(db, [insertSeal(db, seal, now())])
    if (!written.ok) return count
    last = seal
  }
  return SEALS_PER_NIGHT
}
