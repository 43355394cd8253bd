import { eq } from 'drizzle-orm'

import { commitments, outcomes } from '../../../schema/index.ts'
import type { Decision } from '../../domain/decision.ts'
import type { CommitmentId } from '../../domain/ids.ts'
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
    db.update(commitments).set({ replaced: true }).where(eq(commitments.sessionId, outcome.sessionId)),
    ...(commitment && session
      ? [db.insert(commitments).values({ ...commitment, pairingId: session.pairingId })]
      : []),
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

export function markNudged(db: Database, id: CommitmentId, at: Instant): Statement {
  return db.update(commitments).set({ nudgedAt: at }).where(eq(commitments.id, id))
}
