import { and, desc, eq, ne, sql } from 'drizzle-orm'

import { commitments, outcomes } from '../../../schema/index.ts'
import { sessions } from '../../../schema/index.ts'
import type { CommitmentId, PairingId, SessionId } from '../../domain/ids.ts'
import type { LogReading } from '../../domain/session/log-outcome.ts'
import type { Commitment, Done, Outcome } from '../../domain/session/outcome.ts'
import type { Database, Statement } from '../../platform.ts'
import { IS_OPEN_ROUND, selectSessions, toSessions } from './rows.ts'

export const COMMITMENT = {
  id: commitments.id,
  sessionId: commitments.sessionId,
  words: commitments.words,
  dueOn: commitments.dueOn,
  done: commitments.done,
  saidDone: commitments.saidDone,
  madeAt: commitments.madeAt,
  nudgedAt: commitments.nudgedAt,
}

/**
 * The valid outcome of a session, the commitment made in it, the latest one before it (of a session logged long ago: before
 * its log), and the pairing's other open
 * round.
 */
export async function findLogReading(
  db: Database,
  sessionId: SessionId,
  pairingId: PairingId,
): Promise<LogReading> {
  const isCurrent = and(eq(commitments.pairingId, pairingId), eq(commitments.replaced, false))
  const isBefore = sql`NOT EXISTS (SELECT 1 FROM outcomes WHERE session_id = ${sessionId} AND replaced = 0
    AND logged_at <= ${commitments.madeAt})`
  const [logged, agreed, last, ...next] = await db.batch([
    db
      .select()
      .from(outcomes)
      .where(and(eq(outcomes.sessionId, sessionId), eq(outcomes.replaced, false))),
    db
      .select(COMMITMENT)
      .from(commitments)
      .where(and(isCurrent, eq(commitments.sessionId, sessionId)))
      .limit(1),
    db
      .select(COMMITMENT)
      .from(commitments)
      .where(and(isCurrent, ne(commitments.sessionId, sessionId), isBefore))
      .orderBy(desc(commitments.madeAt))
      .limit(1),
    ...selectSessions(
      db,
      and(eq(sessions.pairingId, pairingId), ne(sessions.id, sessionId), IS_OPEN_ROUND),
      1,
    ),
  ])
  return {
    logged: logged[0] ? toOutcome(logged[0]) : null,
    agreed: agreed[0] ?? null,
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
  executiveId: _executive,
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

/** The latest commitment of each pairing. */
export async function listLatestCommitments(
  db: Database,
  pairingIds: readonly PairingId[],
): Promise<ReadonlyMap<PairingId, Commitment>> {
  const latest = sql`SELECT (SELECT id FROM commitments WHERE pairing_id = value AND replaced = 0
    ORDER BY made_at DESC LIMIT 1) FROM json_each(${JSON.stringify(pairingIds)})`
  const rows = await db
    .select({ pairingId: commitments.pairingId, ...COMMITMENT })
    .from(commitments)
    .where(sql`${commitments.id} IN (${latest})`)
  return new Map(rows.map(({ pairingId, ...commitment }) => [pairingId, commitment]))
}

/**
 * A commitment of a pairing as it stands, by its own id or by one that it had before: of a copy, or of a row with the same
 * words. Other words are another commitment.
 */
export async function findCommitmentOf(
  db: Database,
  pairingId: PairingId,
  id: CommitmentId,
): Promise<CommitmentId | null> {
  const named = sql`SELECT session_id, words FROM commitments WHERE id = ${id}`
  const [row] = await db
    .select({ id: commitments.id })
    .from(commitments)
    .where(
      and(
        eq(commitments.pairingId, pairingId),
        eq(commitments.replaced, false),
        sql`(${commitments.sessionId}, ${commitments.words}) = (${named})`,
      ),
    )
  return row?.id ?? null
}

/** The executive's word about a commitment, if it belongs to this pairing. What was seen of it stays. */
export function updateCommitment(
  db: Database,
  pairingId: PairingId,
  { id, saidDone }: { readonly id: CommitmentId; readonly saidDone: Done },
): Statement {
  return db
    .update(commitments)
    .set({ saidDone })
    .where(and(eq(commitments.id, id), eq(commitments.pairingId, pairingId), eq(commitments.replaced, false)))
}

/** Copies the latest commitment to the next pairing, once. The rest of the log is not copied. */
export function copyCommitment(db: Database, from: PairingId, to: PairingId, id: CommitmentId): Statement {
  return db.insert(commitments).select(sql`
    SELECT ${id}, ${to}, session_id, words, due_on, done, made_at, 0, nudged_at, said_done FROM commitments
    WHERE pairing_id = ${from} AND replaced = 0
      AND NOT EXISTS (SELECT 1 FROM commitments WHERE pairing_id = ${to})
    ORDER BY made_at DESC LIMIT 1`)
}
