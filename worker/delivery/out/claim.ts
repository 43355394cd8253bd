import type { LetterId } from '../../domain/ids.ts'
import type { Letter } from '../../domain/letter/letter.ts'
import { decideThread } from '../../domain/letter/order.ts'
import { textOf, type ThreadRow } from '../../domain/letter/thread.ts'
import type { Platform } from '../../platform.ts'
import { carryOut, type Claim, listDueThreads, type Thread } from '../../storage/letter/lease.ts'
import { findPresent } from '../../storage/letter/present.ts'

/** A letter that this deliverer has leased, with the words it leaves with. */
export type Leased = {
  readonly id: LetterId
  readonly row: ThreadRow
  readonly letter: Letter
  readonly thread: Thread
}

export type Claimed = {
  readonly letters: readonly Leased[]
  readonly superseded: number
  readonly retired: number
  /** They do not open. */
  readonly failed: number
  /** Whether any row was written: then there may be more to do. */
  readonly isProgress: boolean
}

/**
 * Leases the next letters, at most one of each thread, and sets aside what a later letter overtakes and what is no longer
 * true. Two calls that read, one that writes.
 */
export async function claimLetters(platform: Platform, lease: string, claim: Claim): Promise<Claimed> {
  const { db, newId } = platform
  const now = platform.now()
  const threads = await listDueThreads(platform, claim)
  if (threads.length === 0) return { letters: [], superseded: 0, retired: 0, failed: 0, isProgress: false }

  const waiting = threads.flatMap(({ rows }) => rows.filter(({ state }) => state === 'waiting'))
  const present = await findPresent(db, waiting.flatMap(textOf), now)
  const decided = threads.map((thread) => ({
    thread,
    verdicts: decideThread(thread.rows, present, newId),
  }))
  const changed = await carryOut(platform, decided, { lease, now })
  const done = decided
    .flatMap(({ thread, verdicts }) => verdicts.map((verdict) => ({ thread, ...verdict })))
    .filter(({ row }) => changed.has(row.id))
  return {
    letters: done.flatMap((each) => (each.act === 'send' ? [{ id: each.row.id, ...each }] : [])),
    superseded: done.filter(({ act }) => act === 'supersede' || act === 'replace').length,
    retired: done.filter(({ act }) => act === 'retire').length,
    failed: done.filter(({ act }) => act === 'fail').length,
    isProgress: changed.size > 0,
  }
}
