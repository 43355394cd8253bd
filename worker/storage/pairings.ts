import { and, desc, eq, sql } from 'drizzle-orm'

import { pairings } from '../../schema/index.ts'
import type { PairingId, PersonId, ProgrammeId } from '../domain/ids.ts'
import type { Pairing } from '../domain/pairings.ts'
import type { Instant } from '../domain/time.ts'
import type { Database, Statement } from '../platform.ts'

export const PAIRING = {
  id: pairings.id,
  programmeId: pairings.programmeId,
  mentorId: pairings.mentorId,
  executiveId: pairings.executiveId,
  kind: pairings.kind,
  status: pairings.status,
  place: pairings.place,
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

/** Changes what is named; nothing where nothing is. */
export function patchPairing(
  db: Database,
  id: PairingId,
  patch: Partial<Pick<Pairing, 'status' | 'place'>>,
): readonly Statement[] {
  return Object.keys(patch).length > 0 ? [db.update(pairings).set(patch).where(eq(pairings.id, id))] : []
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
