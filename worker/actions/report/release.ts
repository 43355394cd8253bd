import type { ProgrammeId } from '../../domain/ids.ts'
import { countedUntil, nextRelease, reportRulesOf, settledAt } from '../../domain/report/release.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import { findHappened } from '../../storage/report/happened.ts'
import { findRelease, listUnreleased, putRelease } from '../../storage/report/release.ts'

/** Releases the figures of each programme once a month, as soon as the month before is settled. */
export async function releaseReports(platform: Platform): Promise<number> {
  const { db, now } = platform
  const ids = await listUnreleased(db, settledAt(countedUntil(now())))
  let released = 0
  for (const id of ids) released += await releaseReport(platform, id)
  return released
}

async function releaseReport({ db, now }: Platform, id: ProgrammeId): Promise<number> {
  const [programme, previous, happened] = await Promise.all([
    findProgramme(db, id),
    findRelease(db, id),
    findHappened(db, id),
  ])
  const next = programme && nextRelease(previous, happened, reportRulesOf(programme.policy), now())
  if (!next) return 0
  const written = await inOneBatch(db, putRelease(db, id, next))
  return written.ok ? 1 : 0
}
