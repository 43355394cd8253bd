import type { ProgrammeId } from '../../domain/ids.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { markPurged, purgeSome } from '../../storage/programme/purge.ts'

/** Limits for one night; the next night continues. */
const ROWS_PER_PASS = 500
const PASSES_PER_NIGHT = 20

/** Deletes the words and people of a programme when its day has come; totals and codes stay. True when it is done. */
export async function purgeProgramme(platform: Platform, id: ProgrammeId): Promise<boolean> {
  const { db, now } = platform
  for (let pass = 0; pass < PASSES_PER_NIGHT; pass += 1) {
    if ((await purgeSome(db, id, ROWS_PER_PASS)) > 0) continue
    const marked = await inOneBatch(db, [markPurged(db, id, now())])
    return marked.ok
  }
  return false
}
