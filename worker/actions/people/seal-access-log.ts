import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { findLastSeal, insertSeal, sealAfter } from '../../storage/people/access-seal.ts'

/** So many rows to a seal, so many seals a night; what is left, the next night takes. */
const ROWS_PER_SEAL = 2000
const SEALS_PER_NIGHT = 20

/** Seals what was added to the access log; answers how many seals that took. */
export async function sealAccessLog({ db, now }: Platform): Promise<number> {
  let last = await findLastSeal(db)
  for (let count = 0; count < SEALS_PER_NIGHT; count += 1) {
    const seal = await sealAfter(db, last, ROWS_PER_SEAL)
    if (!seal) return count
    const written = await inOneBatch(db, [insertSeal(db, seal, now())])
    if (!written.ok) return count
    last = seal
  }
  return SEALS_PER_NIGHT
}
