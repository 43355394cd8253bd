import { and, eq, isNull, ne, sql } from 'drizzle-orm'

import { commitments, outcomes } from '../../../schema/index.ts'
import type { Decision, Logged } from '../../domain/decision.ts'
import type { CommitmentId } from '../../domain/ids.ts'
import type { Commitment } from '../../domain/session/outcome.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Platform, Statement } from '../../platform.ts'
import { reArm } from '../clock/timers.ts'

export function outcomeStatements(
  { db }: Platform,
  { outcome: logged, sessions }: Decision,
  now: Instant,
): readonly Statement[] {
  if (!logged) return []
  const { outcome, commitment, corrects = null } = logged
  const { time, ...columns } = outcome
  const isCorrection = sessions.some(({ event }) => event.code === 'log-corrected')
  const session = sessions.find(({ after }) => after.id === outcome.sessionId)?.after
  return [
    db.update(outcomes).set({ replaced: true }).where(eq(outcomes.sessionId, outcome.sessionId)),
    db.insert(outcomes).values({
      ...columns,
      startsAt: time.start,
      endsAt: time.end,
      executiveId: session?.executiveId ?? null,
    }),
    ...(session ? commitmentStatements(db, session, commitment, corrects) : []),
    ...lastDoneStatements(db, logged, isCorrection),
    ...(isCorrection && session ? quietStatements(db, session, now) : []),
  ]
}

/** What was seen of the commitment before. A correction says it of the copies too where they say what it takes back. */
function lastDoneStatements(
  db: Database,
  { lastCommitment, doneBefore }: Logged,
  isCorrection: boolean,
): readonly Statement[] {
  if (!lastCommitment) return []
  const { id, sessionId, madeAt, done } = lastCommitment
  const isSame = and(
    eq(commitments.sessionId, sessionId),
    eq(commitments.madeAt, madeAt),
    eq(commitments.replaced, false),
    sql`${commitments.done} IS ${doneBefore}`,
  )
  return [
    db
      .update(commitments)
      .set({ done })
      .where(isCorrection ? isSame : eq(commitments.id, id)),
  ]
}

/**
 * A correction writes to nobody: where half of the way to the next date is over, what is open by it now is not nudged about.
 * The clock asks again for what is still to come.
 */
function quietStatements(
  db: Database,
  { id, pairingId }: Pick<Session, 'id' | 'pairingId'>,
  now: Instant,
): readonly Statement[] {
  const own = sql`SELECT ${pairingId} AS value UNION SELECT pairing_id FROM commitments WHERE session_id = ${id}`
  const halfWay = sql`SELECT (next.starts_at + coalesce((SELECT ends_at FROM sessions AS held
      WHERE held.pairing_id = next.pairing_id AND held.status IN ('happened', 'cut-short')
      ORDER BY held.starts_at DESC LIMIT 1), pairings.last_met)) / 2
    FROM sessions AS next JOIN pairings ON pairings.id = next.pairing_id
    WHERE next.pairing_id = commitments.pairing_id AND next.status = 'fixed' AND next.passed = 0`
  return [
    db
      .update(commitments)
      .set({ nudgedAt: now })
      .where(
        and(
          sql`commitments.pairing_id IN (${own})`,
          isNull(commitments.nudgedAt),
          eq(commitments.replaced, false),
          sql`(${halfWay}) <= ${now}`,
        ),
      ),
    reArm(db, own, now),
  ]
}

/**
 * What was agreed in a session, in the place of what stood there. One that is as before stays the same row. A copy that a
 * hand-over has made says the same afterwards. One that is corrected keeps its place, before its copies, and what was seen of
 * it; what it said before stands under its old id.
 */
function commitmentStatements(
  db: Database,
  { id: sessionId, pairingId }: Pick<Session, 'id' | 'pairingId'>,
  agreed: Commitment | null,
  corrects: Commitment | null,
): readonly Statement[] {
  const isOfSession = eq(commitments.sessionId, sessionId)
  const copies = and(isOfSession, ne(commitments.pairingId, pairingId), eq(commitments.replaced, false))
  const replaced = { replaced: true }
  if (!agreed) return [db.update(commitments).set(replaced).where(isOfSession)]
  const { id, words, dueOn, saidDone } = agreed
  const said = sql`iif(words = ${words}, said_done, ${saidDone})`
  return [
    ...(corrects
      ? [
          db
            .update(commitments)
            .set({ id, words, dueOn, saidDone: said })
            .where(and(eq(commitments.id, corrects.id), eq(commitments.replaced, false))),
          db.insert(commitments).values({ ...corrects, pairingId, replaced: true }),
        ]
      : []),
    db
      .update(commitments)
      .set(replaced)
      .where(and(isOfSession, eq(commitments.pairingId, pairingId), ne(commitments.id, agreed.id))),
    db.update(commitments).set({ words, dueOn, saidDone: said }).where(copies),
    db
      .insert(commitments)
      .values({ ...agreed, pairingId })
      .onConflictDoNothing(),
  ]
}

export function markNudged(db: Database, id: CommitmentId, at: Instant): Statement {
  return db.update(commitments).set({ nudgedAt: at }).where(eq(commitments.id, id))
}
