import { and, desc, isNotNull, sql } from 'drizzle-orm'

import { outbox, sending } from '../../../schema/index.ts'
import type { LetterId, ProgrammeId } from '../../domain/ids.ts'
import type { Letter } from '../../domain/letter/letter.ts'
import { hasText } from '../../domain/letter/thread.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { ofProgramme } from './delivery.ts'

/** So many letters are looked at in one press. */
const MAX_FAILED_AT_ONCE = 200

export type Failed = { readonly id: LetterId; readonly letter: Letter }

/** Letters of a programme that failed for good, newest first; without those of which only the effect is left. */
export async function listFailed(db: Database, programmeId: ProgrammeId): Promise<readonly Failed[]> {
  const failed = await db
    .select({ id: outbox.id, letter: outbox.letter })
    .from(outbox)
    .where(and(sql`${outbox.state} = 'failed'`, ofProgramme(programmeId)))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(MAX_FAILED_AT_ONCE)
  return failed.flatMap(({ id, letter }) => (hasText(letter) ? [{ id, letter }] : []))
}

/** Puts these back into the queue, with their tries reset. */
export function requeueFailed(db: Database, ids: readonly LetterId[], now: Instant): Statement {
  return db
    .update(outbox)
    .set({ state: 'waiting', attempts: 0, dueAt: now, leaseUntil: null, error: null, sentAt: null })
    .where(
      and(
        sql`${outbox.state} = 'failed'`,
        sql`${outbox.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
      ),
    )
}

/** One row while our sending is stopped, with the code of its last failure; else none. */
export function selectSendingStopped(db: Database) {
  return db
    .select({ at: sending.stoppedAt, error: sending.error })
    .from(sending)
    .where(isNotNull(sending.stoppedAt))
}
