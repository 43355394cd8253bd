import { and, desc, eq, ne, or, sql } from 'drizzle-orm'

import { pairings } from '../../../schema/index.ts'
import type { PairingId, PersonId, ProgrammeId, SessionId } from '../../domain/ids.ts'
import type { Pairing } from '../../domain/pairing/pairing.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'

export const PAIRING = {
  id: pairings.id,
  programmeId: pairings.programmeId,
  mentorId: pairings.mentorId,
  executiveId: pairings.executiveId,
  kind: pairings.kind,
  status: pairings.status,
  place: pairings.place,
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

/** Whose pairings are listed: of whole programmes, and of one mentor, who hears nothing of what is only proposed. */
export type PairingsAsked = {
  readonly managed: readonly ProgrammeId[]
  readonly mentorId: PersonId | null
  /** Nothing of another programme. */
  readonly programmeId: ProgrammeId | null
}

export type ListedPairing = { readonly pairing: Pairing; readonly madeAt: Instant }

/** The latest first, from behind the one a page left off at. */
export async function listPairingsPage(
  db: Database,
  { managed, mentorId, programmeId }: PairingsAsked,
  { limit, after }: { readonly limit: number; readonly after: readonly [number, string] | null },
): Promise<readonly ListedPairing[]> {
  const inManaged = sql`${pairings.programmeId} IN (SELECT value FROM json_each(${JSON.stringify(managed)}))`
  const own = mentorId && and(eq(pairings.mentorId, mentorId), ne(pairings.status, 'proposed'))
  const rows = await db
    .select({ ...PAIRING, madeAt: pairings.createdAt })
    .from(pairings)
    .where(
      and(
        own ? or(inManaged, own) : inManaged,
        programmeId ? eq(pairings.programmeId, programmeId) : undefined,
        after ? sql`(${pairings.createdAt}, ${pairings.id}) < (${after[0]}, ${after[1]})` : undefined,
      ),
    )
    .orderBy(desc(pairings.createdAt), desc(pairings.id))
    .limit(limit)
  return rows.map(({ madeAt, ...pairing }) => ({ pairing, madeAt }))
}

/** The living pairing of two people, if there is one. */
export async function findLivingPairing(
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

/** The end of a pairing's last date that was not called off, met or not; before it had one, of the pairing it follows. */
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

/** The living pairing in which one that was handed over goes on, through as many hands as it went. */
export async function findFollowing(db: Database, id: PairingId): Promise<PairingId | null> {
  const [row] = await db.all<{ readonly id: PairingId }>(sql`
    WITH RECURSIVE later (id) AS (
      SELECT id FROM pairings WHERE follows = ${id}
      UNION SELECT pairings.id FROM later JOIN pairings ON pairings.follows = later.id)
    SELECT pairings.id FROM later JOIN pairings ON pairings.id = later.id
    WHERE pairings.status <> 'ended' LIMIT 1`)
  return row?.id ?? null
}
