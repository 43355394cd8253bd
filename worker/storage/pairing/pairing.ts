import { and, desc, eq, or, type SQL, sql } from 'drizzle-orm'

import { pairings } from '../../../schema/index.ts'
import type { PairingId, PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Pairing } from '../../domain/pairing/pairing.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'

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

/** Every change of a row raises its version: a trigger refuses one that does not. */
const NEXT_VERSION = sql<number>`${pairings.version} + 1`

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

export async function listPairingsOfMentor(db: Database, mentorId: PersonId): Promise<readonly Pairing[]> {
  return db.select(PAIRING).from(pairings).where(eq(pairings.mentorId, mentorId))
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

export function insertPairing(
  db: Database,
  pairing: Pairing,
  { now, overrideReason }: { readonly now: Instant; readonly overrideReason: string | null },
): Statement {
  return db.insert(pairings).values({ ...pairing, overrideReason, createdAt: now })
}

/** Changes what is named; nothing where nothing is, or where it is so already. */
export function patchPairing(
  db: Database,
  id: PairingId,
  patch: Partial<Pick<Pairing, 'status' | 'place'>>,
): readonly Statement[] {
  if (Object.keys(patch).length === 0) return []
  return [
    db
      .update(pairings)
      .set({ ...patch, version: NEXT_VERSION })
      .where(and(eq(pairings.id, id), or(...differences(patch)))),
  ]
}

function differences({ status, place }: Partial<Pick<Pairing, 'status' | 'place'>>): readonly SQL[] {
  return [
    ...(status === undefined ? [] : [sql`${pairings.status} IS NOT ${status}`]),
    ...(place === undefined ? [] : [sql`${pairings.place} IS NOT ${place && JSON.stringify(place)}`]),
  ]
}

/** One goes on where the other ended: once that has ended, and no date of it lies ahead. */
export function letFollow(db: Database, id: PairingId, from: PairingId): Statement {
  const lastMet = sql<Instant | null>`coalesce(
    (SELECT ends_at FROM sessions WHERE pairing_id = ${from} AND starts_at IS NOT NULL AND status <> 'cancelled'
     ORDER BY starts_at DESC LIMIT 1),
    (SELECT last_met FROM pairings AS old WHERE old.id = ${from}))`
  return db
    .update(pairings)
    .set({ follows: from, lastMet, version: NEXT_VERSION })
    .where(and(eq(pairings.id, id), sql`${pairings.follows} IS NOT ${from}`))
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

/** Where pairings usually meet, by id. */
export async function listPlaces(
  db: Database,
  ids: readonly PairingId[],
): Promise<ReadonlyMap<PairingId, Pairing['place']>> {
  const rows = await db
    .select({ id: pairings.id, place: pairings.place })
    .from(pairings)
    .where(sql`${pairings.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
  return new Map(rows.map(({ id, place }) => [id, place]))
}
