import type { ProgrammeId } from '../../domain/ids.ts'
import { purgesAt } from '../../domain/programme/close.ts'
import { isDue } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import { markPurged, purgeSome } from '../../storage/programme/purge.ts'
import { type ClockAnswer, NOT_OWED } from '../clock/answer.ts'
import { afterProgramme } from '../clock/programme.ts'

/** Limits for one minute; the next minute continues. */
const ROWS_PER_PASS = 500
const PASSES_PER_MINUTE = 5

/** Deletes the words and people of a programme when its day has come; totals and codes stay. */
export async function purgeProgramme(platform: Platform, id: ProgrammeId): Promise<ClockAnswer> {
  const programme = await findProgramme(platform.db, id)
  // A purge that was cut off after its mark: what is owed now is made anew.
  if (programme?.purgedAt) return NOT_OWED
  const isOwed = programme !== null && isDue(purgesAt(programme), platform.now())
  return afterProgramme(platform, id, isOwed && (await purgeAll(platform, id)), 'closed')
}

async function purgeAll({ db, now }: Platform, id: ProgrammeId): Promise<boolean> {
  for (let pass = 0; pass < PASSES_PER_MINUTE; pass += 1) {
    if ((await purgeSome(db, id, ROWS_PER_PASS)) > 0) continue
    const marked = await inOneBatch(db, [markPurged(db, id, now())])
    return marked.ok
  }
  return false
}
