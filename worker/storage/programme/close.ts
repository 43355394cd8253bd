import { and, desc, eq, type SQL, sql } from 'drizzle-orm'

import { commitments, outcomes, sessions, totals } from '../../../schema/index.ts'
import type { PairingId, PersonId, ProgrammeId, SessionId } from '../../domain/ids.ts'
import type { OwnList } from '../../domain/letter/letter.ts'
import { stageOf } from '../../domain/path/stage.ts'
import { closingLetterKey } from '../../domain/programme/closing-letter.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { Counted, Totals } from '../../domain/programme/totals.ts'
import type { Database } from '../../platform.ts'
import { listIds } from '../ids.ts'
import { IS_HELD, NO_LIMIT } from '../session/rows.ts'

export function listUnendedPairings(
  db: Database,
  id: ProgrammeId,
  limit: number,
): Promise<readonly PairingId[]> {
  return listIds(
    db,
    sql`
    SELECT id FROM pairings WHERE programme_id = ${id} AND status <> 'ended' ORDER BY created_at, id LIMIT ${limit}`,
  )
}

export type ClosingReader = { readonly executiveId: PersonId; readonly sessionId: SessionId }

/** The executives who get their list at the end: all who ever had a date, each with the last one. */
export function listClosingReaders(db: Database, id: ProgrammeId): Promise<readonly ClosingReader[]> {
  return selectClosingReaders(db, id, sql`1`, NO_LIMIT)
}

/** The same executives, as long as their letter is not written. */
export function listUnwrittenClosingReaders(
  db: Database,
  id: ProgrammeId,
  limit: number,
): Promise<readonly ClosingReader[]> {
  const isUnwritten = sql`NOT EXISTS (
    SELECT 1 FROM outbox WHERE dedupe_key = ${closingLetterKey(id, '')} || sessions.executive_id)`
  return selectClosingReaders(db, id, isUnwritten, limit)
}

/** A session without a date counts too if the executive had an invite: he gave the date up. */
function selectClosingReaders(
  db: Database,
  id: ProgrammeId,
  condition: SQL,
  limit: number,
): Promise<readonly ClosingReader[]> {
  return db.all<ClosingReader>(sql`
    SELECT executive_id AS executiveId, id AS sessionId, max(starts_at) FROM sessions
    WHERE programme_id = ${id} AND ${condition} AND (starts_at IS NOT NULL OR EXISTS (
      SELECT 1 FROM invites WHERE invites.session_id = sessions.id AND invites.person_id = sessions.executive_id))
    GROUP BY executive_id ORDER BY executive_id LIMIT ${limit}`)
}

/** The executive's own list: sessions held, commitments with any mentor, and the stage. */
export async function findOwnList(
  db: Database,
  { id: programmeId, policy }: Pick<Programme, 'id' | 'policy'>,
  executiveId: PersonId,
): Promise<OwnList> {
  const isOfExecutive = and(eq(sessions.programmeId, programmeId), eq(sessions.executiveId, executiveId))
  const [held, agreed, seen] = await db.batch([
    db
      .select({ start: sessions.startsAt, end: sessions.endsAt })
      .from(sessions)
      .where(and(isOfExecutive, IS_HELD))
      .orderBy(sessions.startsAt)
      .limit(200),
    db
      .select({
        sessionId: commitments.sessionId,
        words: commitments.words,
        done: commitments.done,
        saidDone: commitments.saidDone,
      })
      .from(commitments)
      .innerJoin(sessions, eq(sessions.id, commitments.sessionId))
      .where(and(isOfExecutive, eq(commitments.replaced, false)))
      .orderBy(commitments.madeAt, sql`commitments.rowid`)
      .limit(200),
    db
      .selectDistinct({ evidence: outcomes.evidence })
      .from(outcomes)
      .innerJoin(sessions, eq(sessions.id, outcomes.sessionId))
      .where(and(isOfExecutive, eq(outcomes.replaced, false))),
  ])
  // A hand-over copies a commitment: of two rows, the later one knows whether it is done.
  const latestByText = new Map(agreed.map(({ sessionId, ...each }) => [`${sessionId} ${each.words}`, each]))
  return {
    held: held.flatMap(({ start, end }) => (start !== null && end !== null ? [{ start, end }] : [])),
    commitments: Array.from(latestByText.values()),
    stage: policy.stages ? stageOf(seen.map(({ evidence }) => evidence)) : 'curious',
  }
}

export async function listCounted(db: Database, programmeId: ProgrammeId) {
  const [rows, tagged, agreed] = await db.batch([
    db
      .select({
        pairingId: sessions.pairingId,
        executiveId: sessions.executiveId,
        status: sessions.status,
        start: sessions.startsAt,
        end: sessions.endsAt,
        bumps: sessions.bumps,
      })
      .from(sessions)
      .where(eq(sessions.programmeId, programmeId)),
    db
      .select({ benefit: outcomes.benefit })
      .from(outcomes)
      .innerJoin(sessions, eq(sessions.id, outcomes.sessionId))
      .where(and(eq(sessions.programmeId, programmeId), eq(outcomes.replaced, false)))
      .orderBy(desc(outcomes.loggedAt)),
    db
      .select({ sessionId: commitments.sessionId, done: commitments.done, saidDone: commitments.saidDone })
      .from(commitments)
      .innerJoin(sessions, eq(sessions.id, commitments.sessionId))
      .where(and(eq(sessions.programmeId, programmeId), eq(commitments.replaced, false))),
  ])
  return {
    sessions: rows.map(({ start, end, ...row }): Counted => ({
      ...row,
      time: start !== null && end !== null ? { start, end } : null,
    })),
    benefits: tagged.flatMap(({ benefit }) => benefit ?? []),
    agreed,
  }
}

export async function findTotals(db: Database, id: ProgrammeId): Promise<Totals | null> {
  const [row] = await db.select().from(totals).where(eq(totals.programmeId, id))
  if (!row) return null
  const { programmeId: _, ...all } = row
  return all
}
