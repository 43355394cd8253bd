import { eq, type SQL, sql } from 'drizzle-orm'

import { questions } from '../../../schema/index.ts'
import { KEPT_MS } from '../../domain/clock/retention.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { SealedPlace } from '../../domain/seal/sealed.ts'
import type { AskedQuestion } from '../../domain/session/ask-question.ts'
import { before, type Instant } from '../../domain/time/time.ts'
import type { Platform, Statement } from '../../platform.ts'
import { isAmong } from '../among.ts'
import { openWords } from '../seal/words.ts'

/** Stores the question of a session, sealed; a later one takes its place, and none takes it back. */
export async function putQuestion(
  { db, seal }: Platform,
  { session, words }: AskedQuestion,
  now: Instant,
): Promise<readonly [Statement]> {
  if (words === null) return [db.delete(questions).where(eq(questions.sessionId, session.id))]
  const sealed = await seal(placeOf(session.id), words)
  const insert = db
    .insert(questions)
    .values({ sessionId: session.id, words: sealed, writtenAt: now })
    .onConflictDoUpdate({ target: questions.sessionId, set: { words: sealed, writtenAt: now } })
  return [insert]
}

/** The words of one session's question, for its mentor and the executive. */
export async function findQuestion(platform: Platform, sessionId: SessionId): Promise<string | null> {
  return (await listQuestions(platform, [sessionId])).get(sessionId) ?? null
}

/** The words of the questions of these sessions. One that does not open is as if it had not been asked. */
export async function listQuestions(
  platform: Platform,
  sessionIds: readonly SessionId[],
): Promise<ReadonlyMap<SessionId, string>> {
  if (sessionIds.length === 0) return new Map()
  const rows = await platform.db
    .select({ sessionId: questions.sessionId, words: questions.words })
    .from(questions)
    .where(isAmong(questions.sessionId, sessionIds))
  return openQuestions(platform, rows)
}

/** The words of these rows, by session. */
export async function openQuestions(
  platform: Pick<Platform, 'open'>,
  rows: readonly { readonly sessionId: SessionId; readonly words: string }[],
): Promise<ReadonlyMap<SessionId, string>> {
  const opened = await Promise.all(
    rows.map(async ({ sessionId, words }) => {
      const each = await openWords(platform, placeOf(sessionId), words)
      return each === null ? [] : [[sessionId, each] as const]
    }),
  )
  return new Map(opened.flat())
}

function placeOf(id: SessionId): SealedPlace {
  return { table: 'questions', row: id, column: 'words' }
}

/**
 * Deletes the questions of sessions that ended thirty days ago; of one that was called off without a date, thirty days
 * after it was written. What is asked for a round that still looks for its date stays. A slice.
 */
export function dropOldQuestions(now: Instant, limit: number): SQL {
  const past = before(now, KEPT_MS.questions)
  return sql`DELETE FROM questions WHERE session_id IN (
    SELECT sessions.id FROM questions AS old JOIN sessions ON sessions.id = old.session_id
    WHERE coalesce(sessions.ends_at, iif(sessions.status = 'offered' AND sessions.passed = 0, NULL, old.written_at)) <= ${past}
    LIMIT ${limit})`
}
