import { eq, sql } from 'drizzle-orm'

import { questions } from '../../../schema/index.ts'
import { KEPT_MS } from '../../domain/clock/retention.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { AskedQuestion } from '../../domain/session/ask-question.ts'
import { before, type Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { isAmong } from '../among.ts'

/** Stores the question of a session; a later one takes its place, and none takes it back. */
export function putQuestion(db: Database, { session, words }: AskedQuestion, now: Instant): Statement {
  if (words === null) return db.delete(questions).where(eq(questions.sessionId, session.id))
  return db
    .insert(questions)
    .values({ sessionId: session.id, words, writtenAt: now })
    .onConflictDoUpdate({ target: questions.sessionId, set: { words, writtenAt: now } })
}

/** The words of one session's question, for its mentor and the executive. */
export async function findQuestion(db: Database, sessionId: SessionId): Promise<string | null> {
  return (await listQuestions(db, [sessionId])).get(sessionId) ?? null
}

/** The words of the questions of these sessions. */
export async function listQuestions(
  db: Database,
  sessionIds: readonly SessionId[],
): Promise<ReadonlyMap<SessionId, string>> {
  if (sessionIds.length === 0) return new Map()
  const rows = await db
    .select({ sessionId: questions.sessionId, words: questions.words })
    .from(questions)
    .where(isAmong(questions.sessionId, sessionIds))
  return new Map(rows.map(({ sessionId, words }) => [sessionId, words]))
}

/**
 * Deletes the questions of sessions that ended thirty days ago; of one that was called off without a date, thirty days
 * after it was written. What is asked for a round that still looks for its date stays.
 */
export function dropOldQuestions(db: Database, now: Instant): Statement {
  const past = before(now, KEPT_MS.questions)
  return db.delete(questions).where(
    sql`${questions.sessionId} IN (
      SELECT sessions.id FROM questions AS old JOIN sessions ON sessions.id = old.session_id
      WHERE coalesce(sessions.ends_at, iif(sessions.status = 'offered' AND sessions.passed = 0, NULL, old.written_at)) <= ${past})`,
  )
}
