import { and, desc, eq, ne, sql } from 'drizzle-orm'

import { commitments, outcomes } from '../../schema/index.ts'
import type { CommitmentId, PairingId, SessionId } from '../domain/ids.ts'
import type { LogReading } from '../domain/logging.ts'
import type { Commitment, Done, Outcome } from '../domain/outcomes.ts'
import type { Database, Statement } from '../platform.ts'
import { OPEN, selectSessions, toSessions } from './session-rows.ts'
import { sessions } from '../../schema/index.ts'

const COMMITMENT = {
  id: commitments.id,
  sessionId: commitments.sessionId,
  words: commitments.words,
  dueOn: commitments.dueOn,
  done: commitments.done,
  madeAt: commitments.madeAt,
}

/** What counts as logged of a session, the commitment of an earlier one, and the pairing's other open round. */
export async function findLogReading(
  db: Database,
  sessionId: SessionId,
  pairingId: PairingId,
): Promise<LogReading> {
  const [logged, last, ...next] = await db.batch([
    db
      .select()
      .from(outcomes)
      .where(and(eq(outcomes.sessionId, sessionId), eq(outcomes.replaced, false))),
    db
      .select(COMMITMENT)
      .from(commitments)
      .where(
        and(
          eq(commitments.pairingId, pairingId),
          ne(commitments.sessionId, sessionId),
          eq(commitments.replaced, false),
        ),
      )
      .orderBy(desc(commitments.madeAt))
      .limit(1),
    ...selectSessions(db, and(eq(sessions.pairingId, pairingId), ne(sessions.id, sessionId), OPEN), 1),
  ])
  return {
    logged: logged[0] ? toOutcome(logged[0]) : null,
    lastCommitment: last[0] ?? null,
    next: toSessions(next)[0] ?? null,
  }
}

export async function findOutcome(db: Database, sessionId: SessionId): Promise<Outcome | null> {
  const [row] = await db
    .select()
    .from(outcomes)
    .where(and(eq(outcomes.sessionId, sessionId), eq(outcomes.replaced, false)))
  return row ? toOutcome(row) : null
}

function toOutcome({
  startsAt: start,
  endsAt: end,
  replaced: _,
  ...row
}: typeof outcomes.$inferSelect): Outcome {
  return { ...row, time: { start, end } }
}

export async function listCommitments(db: Database, pairingId: PairingId): Promise<readonly Commitment[]> {
  return db
    .select(COMMITMENT)
    .from(commitments)
    .where(and(eq(commitments.pairingId, pairingId), eq(commitments.replaced, false)))
    .orderBy(desc(commitments.madeAt))
    .limit(50)
}

/** The commitment in hand of several pairings, in the mentor's words. */
export async function listLatestCommitments(
  db: Database,
  pairingIds: readonly PairingId[],
): Promise<ReadonlyMap<PairingId, string>> {
  const rows = await db
    .select({ pairingId: commitments.pairingId, words: commitments.words })
    .from(commitments)
    .where(
      and(
        sql`${commitments.pairingId} IN (SELECT value FROM json_each(${JSON.stringify(pairingIds)}))`,
        eq(commitments.replaced, false),
        sql`${commitments.madeAt} = (SELECT max(made_at) FROM commitments AS other WHERE other.pairing_id = ${commitments.pairingId} AND other.replaced = 0)`,
      ),
    )
  return new Map(rows.map(({ pairingId, words }) => [pairingId, words]))
}

/** What the executive says of his latest commitment. */
export function markCommitment(db: Database, pairingId: PairingId, done: Done): Statement {
  const latest = sql`(SELECT id FROM commitments AS latest WHERE latest.pairing_id = ${pairingId} AND latest.replaced = 0
    ORDER BY made_at DESC LIMIT 1)`
  return db.update(commitments).set({ done }).where(eq(commitments.id, latest))
}

/** What was agreed last goes with the executive to another mentor; once, and nothing else of the log does. */
export function copyCommitment(db: Database, from: PairingId, to: PairingId, id: CommitmentId): Statement {
  return db.insert(commitments).select(sql`
    SELECT ${id}, ${to}, session_id, words, due_on, done, made_at, 0 FROM commitments
    WHERE pairing_id = ${from} AND replaced = 0
      AND NOT EXISTS (SELECT 1 FROM commitments WHERE pairing_id = ${to})
    ORDER BY made_at DESC LIMIT 1`)
}
