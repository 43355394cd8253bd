import type { ProgrammeId } from '../../domain/ids.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { markPurged, purgeSome } from '../../storage/programme/purge.ts'

/** So many rows of a table at a time, so many times a night; what is left, the next night takes. */
const ROWS_PER_PASS = 500
const PASSES_PER_NIGHT = 20

/** Once its day has come a programme's words and people are forgotten; totals and codes stay. True when it is done. */
export async function purgeProgramme(platform: Platform, id: ProgrammeId): Promise<boolean> {
  const { db, now } = platform
  for (let pass = 0; pass < PASSES_PER_NIGHT; pass += 1) {
    if ((await purgeSome(db, id, ROWS_PER_PASS)) > 0) continue
    const marked = await inOneBatch(db, [markPurged(db, id, now())])
    return marked.ok
  }
  return false
}
