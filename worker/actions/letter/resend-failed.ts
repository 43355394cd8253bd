import type { ProgrammeId } from '../../domain/ids.ts'
import { asOfNow } from '../../domain/letter/still-true.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { requeueLetters } from '../../storage/letter/delivery.ts'
import { listFailed } from '../../storage/letter/failed.ts'
import { findPresent } from '../../storage/letter/present.ts'

/** One press looks at so many letters, so many at a time: two or three calls each time. */
export const PRESS_BUDGET = { rounds: 25, atOnce: 200 } as const

/** `overtaken` are no longer true, and stay as they are. `more`: the press was over before all were looked at. */
export type ResentAll = { readonly resent: number; readonly overtaken: number; readonly more: boolean }

/**
 * Sends again all letters of a programme that failed for good and of which something is still true, newest first. Once more
 * finds none.
 */
export async function resendFailed(
  platform: Platform,
  programmeId: ProgrammeId,
  { rounds, atOnce }: { readonly rounds: number; readonly atOnce: number } = PRESS_BUDGET,
): Promise<ResentAll> {
  let [resent, overtaken] = [0, 0]
  let before: string | null = null
  for (let round = 0; round < rounds; round += 1) {
    const done = await resendSome(platform, programmeId, before, atOnce)
    resent += done.resent
    overtaken += done.overtaken
    before = done.next
    if (before === null) break
  }
  return { resent, overtaken, more: before !== null }
}

async function resendSome(
  platform: Platform,
  programmeId: ProgrammeId,
  before: string | null,
  limit: number,
): Promise<Omit<ResentAll, 'more'> & { readonly next: string | null }> {
  const { db } = platform
  const now = platform.now()
  const { failed, next } = await listFailed(platform, programmeId, { before, limit })
  const present = await findPresent(
    db,
    failed.map(({ letter }) => letter),
    now,
  )
  const ids = failed.flatMap(({ id, letter }) => (asOfNow(letter, present).ok ? [id] : []))
  if (ids.length > 0) await inOneBatch(db, [requeueLetters(db, ids, now)])
  return { resent: ids.length, overtaken: failed.length - ids.length, next }
}
