import type { PersonId, ProgrammeId } from '../ids.ts'
import type { Instant } from '../time/time.ts'

/** What becomes of the letters that came with the backup: they leave too, or are set aside as if they had left. */
export const WAITING_CHOICES = ['send', 'drop'] as const
export type WaitingChoice = (typeof WAITING_CHOICES)[number]

/** The database was restored from a backup and nobody has resumed yet: what waits meanwhile, in all programmes. */
export type PausedWork = {
  readonly at: Instant
  /** When the backup was made. */
  readonly backupAt: Instant
  /** Letters of the backup that waited in it. */
  readonly ofBackup: number
  /** Letters that were written since. */
  readonly since: number
  readonly oldestAt: Instant | null
  /** What the clock would have done by now. */
  readonly timers: number
}

/** Somebody who runs the installation and manages this programme. */
export type Resumer = { readonly id: PersonId; readonly programmeId: ProgrammeId; readonly name: string }

/**
 * Who else lets mail go again, since it is of all programmes; null: the reader may. Named are those whom a programme of
 * the reader's knows. Where nobody who runs the installation manages a programme, any manager may: else nobody could.
 */
export function whoElseResumes(
  { isOwner, reach }: { readonly isOwner: boolean; readonly reach: readonly ProgrammeId[] },
  resumers: readonly Resumer[],
): readonly string[] | null {
  if (isOwner || resumers.length === 0) return null
  const known = resumers.filter(({ programmeId }) => reach.includes(programmeId))
  return [...new Set(known.map(({ name }) => name))]
}
