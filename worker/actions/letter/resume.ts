import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { type PausedWork, type WaitingChoice, whoElseResumes } from '../../domain/letter/resume.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { findPaused, resumeStatements } from '../../storage/letter/restored.ts'
import { listResumers } from '../../storage/letter/resumers.ts'

/** What was let go; null if nothing was held back, so that a second press does no harm. */
export type Resumed = Pick<PausedWork, 'ofBackup' | 'since'> | null

type Resumes = {
  readonly id: PersonId
  readonly isOwner: boolean
  readonly reach: readonly ProgrammeId[]
}

/** After a restore nothing is sent until whoever runs the installation has looked: then all that waits, or only what is newer than the backup. */
export async function resumeSending(
  { db, now }: Platform,
  by: Resumes,
  waiting: WaitingChoice,
): Promise<Result<Resumed, Refusal>> {
  const [paused, resumers] = await Promise.all([findPaused(db, now()), listResumers(db)])
  const names = whoElseResumes(by, resumers)
  if (names) return refuse({ reason: 'owner-resumes', names })
  if (!paused) return accept(null)
  const written = await inOneBatch(db, resumeStatements(db, { byId: by.id, now: now(), waiting }))
  return written.ok ? accept({ ofBackup: paused.ofBackup, since: paused.since }) : written
}
