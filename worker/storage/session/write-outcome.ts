import { and, eq, ne, sql } from 'drizzle-orm'

import { commitments, outcomes } from '../../../schema/index.ts'
import type { Decision } from '../../domain/decision.ts'
import type { CommitmentId } from '../../domain/ids.ts'
import type { Commitment } from '../../domain/session/outcome.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Platform, Statement } from '../../platform.ts'

export function outcomeStatements(
  { db }: Platform,
  { outcome: logged, sessions }: Decision,
): readonly Statement[] {
  if (!logged) return []
  const { outcome, commitment, lastCommitment } = logged
  const { time, ...columns } = outcome
  const session = sessions.find(({ after }) => after.id === outcome.sessionId)?.after
  return [
    db.update(outcomes).set({ replaced: true }).where(eq(outcomes.sessionId, outcome.sessionId)),
    db.insert(outcomes).values({
      ...columns,
      startsAt: time.start,
      endsAt: time.end,
      executiveId: session?.executiveId ?? null,
    }),
    ...(session ? commitmentStatements(db, session, commitment) : []),
    ...(lastCommitment
      ? [
          db
            .update(commitments)
            .set({ done: lastCommitment.done })
            .where(eq(commitments.id, lastCommitment.id)),
        ]
      : []),
  ]
}

/**
 * What was agreed in a session, in the place of what stood there. One that is as before stays the same row. A copy that a
 * hand-over has made says the same afterwards.
 */
function commitmentStatements(
  db: Database,
  { id: sessionId, pairingId }: Pick<Session, 'id' | 'pairingId'>,
  agreed: Commitment | null,
): readonly Statement[] {
  const isOfSession = eq(commitments.sessionId, sessionId)
  const copies = and(isOfSession, ne(commitments.pairingId, pairingId), eq(commitments.replaced, false))
  const replaced = { replaced: true }
  if (!agreed) return [db.update(commitments).set(replaced).where(isOfSession)]
  const { words, dueOn, saidDone } = agreed
  return [
    db
      .update(commitments)
      .set(replaced)
      .where(and(isOfSession, eq(commitments.pairingId, pairingId), ne(commitments.id, agreed.id))),
    db
      .update(commitments)
      .set({ words, dueOn, saidDone: sql`iif(words = ${words}, said_done, ${saidDone})` })
      .where(copies),
    db
      .insert(commitments)
      .values({ ...agreed, pairingId })
      .onConflictDoNothing(),
  ]
}

export function markNudged(db: Database, id: CommitmentId, at: Instant): Statement {
  return db.update(commitments).set({ nudgedAt: at }).where(eq(commitments.id, id))
}
