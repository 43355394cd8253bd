import { and, desc, isNotNull, sql } from 'drizzle-orm'

import { outbox, sending } from '../../../schema/index.ts'
import type { LetterId, ProgrammeId } from '../../domain/ids.ts'
import type { Letter } from '../../domain/letter/letter.ts'
import { hasText } from '../../domain/letter/thread.ts'
import type { Database, Platform } from '../../platform.ts'
import { ofProgramme, olderThan } from './delivery.ts'
import { openAll } from './sealed.ts'

export type Failed = { readonly id: LetterId; readonly letter: Letter }

/**
 * Letters of a programme that failed for good, newest first, without those of which only the effect is left, or which do not open. `next` is where
 * the older ones begin; null at the end.
 */
export async function listFailed(
  platform: Platform,
  programmeId: ProgrammeId,
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<{ readonly failed: readonly Failed[]; readonly next: string | null }> {
  const rows = await platform.db
    .select({ id: outbox.id, letter: outbox.letter, createdAt: outbox.createdAt })
    .from(outbox)
    .where(and(sql`${outbox.state} = 'failed'`, ofProgramme(programmeId), olderThan(before)))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(limit)
  const last = rows.length < limit ? undefined : rows.at(-1)
  return {
    failed: (await openAll(platform, rows)).flatMap(({ id, letter }) =>
      hasText(letter) ? [{ id, letter }] : [],
    ),
    next: last ? `${last.createdAt}.${last.id}` : null,
  }
}

/** One row while our sending is stopped, with the code of its last failure; else none. */
export function selectSendingStopped(db: Database) {
  return db
    .select({ at: sending.stoppedAt, error: sending.error })
    .from(sending)
    .where(isNotNull(sending.stoppedAt))
}
