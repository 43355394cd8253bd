import { and, eq, inArray, isNotNull, not, sql } from 'drizzle-orm'

import { commitments, offers, outcomes, pairings, sessions } from '../../../schema/index.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import { type Cause, CAUSES, type Happened } from '../../domain/report/facts.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { SUITS_AFTER_ALL } from '../session/why.ts'

/** The log that holds: a time that was moved has one too, and a correction puts another in its place. */
const LATEST_LOG = sql`(SELECT latest.id FROM outcomes AS latest
  WHERE latest.session_id = ${sessions.id} AND latest.replaced = 0
  ORDER BY latest.logged_at DESC, latest.rowid DESC LIMIT 1)`
/** Until then it was a proposal, of which the executive need not know; null: it never began. */
const STARTED_AT = sql`coalesce((SELECT min(events.at) FROM events
    WHERE events.subject = ${pairings.id} AND events.code = 'pairing-status' AND events.detail ->> '$.status' = 'active'),
  iif(${pairings.status} = 'active', ${pairings.createdAt}, NULL))`
const ENDED_AT = sql`(SELECT max(events.at) FROM events
  WHERE events.subject = ${pairings.id} AND events.code IN ('pairing-status', 'handed-over'))`

/** All that a programme's figures are counted from: codes and moments. “Of no use” is never read here. */
export async function findHappened(db: Database, id: ProgrammeId): Promise<Happened> {
  const [rows, agreed, unsuited, people] = await db.batch([
    db
      .select({
        id: sessions.id,
        pairingId: sessions.pairingId,
        executiveId: sessions.executiveId,
        status: sessions.status,
        start: sessions.startsAt,
        at: sql<Instant>`coalesce(${outcomes.loggedAt}, ${sessions.startsAt})`,
        bumps: sessions.bumps,
        benefit: outcomes.benefit,
        evidence: outcomes.evidence,
        whyNotHeld: sql<Cause | null>`iif(${inArray(outcomes.whyNotHeld, [...CAUSES])}, ${outcomes.whyNotHeld}, NULL)`,
      })
      .from(sessions)
      .leftJoin(outcomes, eq(outcomes.id, LATEST_LOG))
      .where(and(eq(sessions.programmeId, id), isNotNull(sessions.startsAt))),
    db
      .select({ sessionId: commitments.sessionId, done: commitments.done, saidDone: commitments.saidDone })
      .from(commitments)
      .innerJoin(sessions, eq(sessions.id, commitments.sessionId))
      .where(and(eq(sessions.programmeId, id), eq(commitments.replaced, false))),
    db
      .select({
        executiveId: sessions.executiveId,
        at: offers.madeAt,
        code: sql<Cause>`${offers.whyNotSuited}`,
      })
      .from(offers)
      .innerJoin(sessions, eq(sessions.id, offers.sessionId))
      .where(
        and(eq(sessions.programmeId, id), inArray(offers.whyNotSuited, [...CAUSES]), not(SUITS_AFTER_ALL)),
      ),
    db
      .select({
        executiveId: pairings.executiveId,
        from: sql<Instant>`min(${STARTED_AT})`,
        to: sql<Instant | null>`iif(sum(${pairings.status} <> 'ended') > 0, NULL, max(${ENDED_AT}))`,
      })
      .from(pairings)
      .where(
        sql`${pairings.programmeId} = ${id} AND ${pairings.status} <> 'proposed' AND ${STARTED_AT} IS NOT NULL`,
      )
      .groupBy(pairings.executiveId),
  ])
  const dated = rows.flatMap(({ start, ...row }) => (start === null ? [] : [{ ...row, start }]))
  return { sessions: dated, agreed, unsuited, people }
}
