import type { PersonId } from '../../domain/ids.ts'
import type { PausedWork, WaitingChoice } from '../../domain/letter/resume.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { findPaused, resumeStatements } from '../../storage/letter/restored.ts'

/** What was let go; null if nothing was held back, so that a second press does no harm. */
export type Resumed = Pick<PausedWork, 'ofBackup' | 'since'> | null

/** After a restore nothing is sent until a manager has looked: then all that waits, or only what is newer than the backup. */
export async function resumeSending(
  { db, now }: Platform,
  byId: PersonId,
  waiting: WaitingChoice,
): Promise<Result<Resumed, Refusal>> {
  const paused = await findPaused(db, now())
  if (!paused) return accept(null)
  const written = await inOneBatch(db, resumeStatements(db, { byId, now: now(), waiting }))
  return written.ok ? accept({ ofBackup: paused.ofBackup, since: paused.since }) : written
}
