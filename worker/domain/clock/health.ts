import type { Checked } from '../fsck/check.ts'
import { after, type Instant, latest, MINUTE } from '../time/time.ts'
import type { TimerKind } from './timer.ts'

/** A tick that once ran is missed after this time. */
const TICK_MISSED_AFTER_MS = 10 * MINUTE

/** What the operator sees: codes, counts and moments, never a name, an address or a subject. */
export type Health = {
  readonly ticks: readonly {
    readonly cron: string
    readonly at: Instant
    readonly failed: readonly string[]
  }[]
  readonly outbox: {
    readonly waiting: number
    /** When the letter was written that has waited longest. */
    readonly oldestAt: Instant | null
    /** Of the letters that wait or failed, the latest. */
    readonly lastErrorCode: string | null
  }
  readonly sending: {
    readonly stoppedAt: Instant | null
    readonly error: string | null
    readonly errorAt: Instant | null
  }
  /** After a restore, until somebody resumes: since when nothing is sent. */
  readonly restoredAt: Instant | null
  readonly timers: {
    /** Due for longer than a tick may take. */
    readonly overdue: number
    /** Kinds that throw again and again, with how many of them. */
    readonly failing: readonly { readonly kind: TimerKind; readonly count: number }[]
  }
  /** Published calendars that cannot be read. */
  readonly feedsFailing: number
  /** The last nightly check of the invariants; null: none ran yet. */
  readonly checked: Checked | null
  /** The newest seal of the log of access; null: nothing is sealed yet. */
  readonly sealed: KeptSeal | null
}

/** A seal as somebody keeps it elsewhere: only so is it found that the whole chain was computed anew. */
export type KeptSeal = { readonly upToId: number; readonly head: string; readonly at: Instant }

/**
 * Whether the tick of each minute, which once ran, is missed. `tickingSince`: from when on it should run; null: it is
 * switched off.
 */
export function isTickMissed(
  lastTick: Instant | null,
  { now, tickingSince }: { readonly now: Instant; readonly tickingSince: Instant | null },
): boolean {
  return (
    lastTick !== null &&
    tickingSince !== null &&
    after(latest(lastTick, tickingSince), TICK_MISSED_AFTER_MS) < now
  )
}
