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
