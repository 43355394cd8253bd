import { and, desc, isNotNull, sql } from 'drizzle-orm'

import { outbox, sending, sessions } from '../../../schema/index.ts'
import type { LetterId, ProgrammeId, SessionId } from '../../domain/ids.ts'
import type { Letter } from '../../domain/letter/letter.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { selectSessions, toSessions } from '../session/rows.ts'
import { ofProgramme } from './delivery.ts'

/** So many letters are looked at in one press. */
const MAX_FAILED_AT_ONCE = 200

export type Failed = {
  readonly id: LetterId
  readonly letter: Letter
  readonly session: Session | null
}

/** Letters of a programme that failed for good, with their sessions as they are now; newest first. */
export async function listFailed(db: Database, programmeId: ProgrammeId): Promise<readonly Failed[]> {
  const isFailed = and(sql`${outbox.state} = 'failed'`, ofProgramme(programmeId))
  const failed = db
    .select({ id: outbox.id, letter: outbox.letter, sessionId: outbox.sessionId })
    .from(outbox)
    .where(isFailed)
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(MAX_FAILED_AT_ONCE)
  const concerned = sql`${sessions.id} IN (SELECT session_id FROM outbox WHERE ${isFailed}
    ORDER BY created_at DESC, id DESC LIMIT ${MAX_FAILED_AT_ONCE})`
  const [letters, ...rows] = await db.batch([failed, ...selectSessions(db, concerned, MAX_FAILED_AT_ONCE)])
  const byId = new Map<SessionId, Session>(toSessions(rows).map((each) => [each.id, each]))
  return letters.map(({ sessionId, ...each }) => ({
    ...each,
    session: sessionId === null ? null : (byId.get(sessionId) ?? null),
  }))
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
