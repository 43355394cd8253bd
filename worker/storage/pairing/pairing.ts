import { and, count, desc, eq, ne, or, sql } from 'drizzle-orm'

import { pairings } from '../../../schema/index.ts'
import type { PairingId, PersonId, ProgrammeId, SessionId } from '../../domain/ids.ts'
import type { Pairing } from '../../domain/pairing/pairing.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { isAmong } from '../among.ts'

export const PAIRING = {
  id: pairings.id,
  programmeId: pairings.programmeId,
  mentorId: pairings.mentorId,
  executiveId: pairings.executiveId,
  kind: pairings.kind,
  status: pairings.status,
  place: pairings.place,
  aim: pairings.aim,
  trackId: pairings.trackId,
  track: pairings.track,
  version: pairings.version,
}

export async function findPairing(db: Database, id: PairingId): Promise<Pairing | null> {
  const [row] = await db.select(PAIRING).from(pairings).where(eq(pairings.id, id))
  return row ?? null
}

export async function listPairings(db: Database, programmeId: ProgrammeId): Promise<readonly Pairing[]> {
  return db
    .select(PAIRING)
    .from(pairings)
    .where(eq(pairings.programmeId, programmeId))
    .orderBy(desc(pairings.createdAt), pairings.id)
}

/** How many pairings each programme has. */
export async function countPairings(
  db: Database,
  ids: readonly ProgrammeId[],
): Promise<ReadonlyMap<ProgrammeId, number>> {
  const rows = await db
    .select({ id: pairings.programmeId, count: count() })
    .from(pairings)
    .where(isAmong(pairings.programmeId, ids))
    .groupBy(pairings.programmeId)
  return new Map(rows.map((row) => [row.id, row.count]))
}

/** The pairings of whole programmes, and those of one mentor. A mentor does not see a proposed pairing. */
export type PairingFilter = {
  readonly managed: readonly ProgrammeId[]
  readonly mentorId: PersonId | null
  /** The programmes in which the mentor's own are listed. */
  readonly mine: readonly ProgrammeId[]
  /** Only this programme. */
  readonly programmeId: ProgrammeId | null
}

export type ListedPairing = { readonly pairing: Pairing; readonly madeAt: Instant }

/** Latest first; `after` is the pagination cursor. */
export async function listPairingsPage(
  db: Database,
  { managed, mentorId, mine, programmeId }: PairingFilter,
  { limit, after }: { readonly limit: number; readonly after: readonly [number, string] | null },
): Promise<readonly ListedPairing[]> {
  const inManaged = isAmong(pairings.programmeId, managed)
  const isOfMentor =
    mentorId &&
    and(eq(pairings.mentorId, mentorId), ne(pairings.status, 'proposed'), isAmong(pairings.programmeId, mine))
  const rows = await db
    .select({ ...PAIRING, madeAt: pairings.createdAt })
    .from(pairings)
    .where(
      and(
        isOfMentor ? or(inManaged, isOfMentor) : inManaged,
        programmeId ? eq(pairings.programmeId, programmeId) : undefined,
        after ? sql`(${pairings.createdAt}, ${pairings.id}) < (${after[0]}, ${after[1]})` : undefined,
      ),
    )
    .orderBy(desc(pairings.createdAt), desc(pairings.id))
    .limit(limit)
  return rows.map(({ madeAt, ...pairing }) => ({ pairing, madeAt }))
}

/** The pairing of two people that has not ended. */
export async function findUnendedPairing(
  db: Database,
  programmeId: ProgrammeId,
  mentorId: PersonId,
  executiveId: PersonId,
): Promise<Pairing | null> {
  const rows = await db
    .select(PAIRING)
    .from(pairings)
    .where(
      and(
        eq(pairings.programmeId, programmeId),
        eq(pairings.mentorId, mentorId),
        eq(pairings.executiveId, executiveId),
      ),
    )
  return rows.find(({ status }) => status !== 'ended') ?? null
}

/**
 * When the pairing's last session ended that was not cancelled, held or not; before the first one, the value from the
 * pairing it follows.
 */
export async function findLastMet(
  db: Database,
  id: PairingId,
  except: SessionId | null,
): Promise<Instant | null> {
  const [row] = await db
    .select({
      at: sql<Instant | null>`coalesce(
        (SELECT ends_at FROM sessions WHERE pairing_id = ${id} AND starts_at IS NOT NULL AND status <> 'cancelled'
           AND id IS NOT ${except} ORDER BY starts_at DESC LIMIT 1),
        ${pairings.lastMet})`,
    })
    .from(pairings)
    .where(eq(pairings.id, id))
  return row?.at ?? null
}

/** The pairing that continues this one after one or more hand-overs, and has not ended. */
export async function findFollowing(db: Database, id: PairingId): Promise<PairingId | null> {
  const [row] = await db.all<{ readonly id: PairingId }>(sql`
    WITH RECURSIVE later (id) AS (
      SELECT id FROM pairings WHERE follows = ${id}
      UNION SELECT pairings.id FROM later JOIN pairings ON pairings.follows = later.id)
    SELECT pairings.id FROM later JOIN pairings ON pairings.id = later.id
    WHERE pairings.status <> 'ended' LIMIT 1`)
  return row?.id ?? null
}

/** Whether somebody is or was anybody's mentor in a programme: in a pairing, or in a session for another mentor. */
export async function hasMentored(db: Database, programmeId: ProgrammeId, id: PersonId): Promise<boolean> {
  const [row] = await db.all<{ found: number }>(sql`SELECT
    EXISTS (SELECT 1 FROM pairings WHERE programme_id = ${programmeId} AND mentor_id = ${id})
    OR EXISTS (SELECT 1 FROM sessions WHERE programme_id = ${programmeId} AND mentor_id = ${id}) AS found`)
  return row?.found === 1
}
