import { and, eq, type SQL, sql } from 'drizzle-orm'

import { tombstones } from '../../../schema/index.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { Tombstone } from '../../domain/people/tombstone.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'

/** Added anew after he was erased from the programme. */
const IS_BACK = sql`EXISTS (SELECT 1 FROM memberships WHERE memberships.person_id = tombstones.person_id
  AND memberships.programme_id = tombstones.programme_id AND memberships.since >= tombstones.erased_at)`

/**
 * Whether something of the person is there that a tombstone says is not: it was not erased yet, or was restored. Who was
 * added anew since is there rightly.
 */
export const IS_OPEN = sql`CASE tombstones.programme_id
  WHEN '' THEN EXISTS (SELECT 1 FROM people WHERE people.id = tombstones.person_id AND (email <> '' OR name <> '–'))
    OR EXISTS (SELECT 1 FROM members WHERE members.person_id = tombstones.person_id AND name <> '–')
  ELSE EXISTS (SELECT 1 FROM members WHERE members.person_id = tombstones.person_id
    AND members.programme_id = tombstones.programme_id AND name <> '–')
    AND NOT ${IS_BACK} END`

/** One that is there already keeps its moment, unless he is back and is to be erased anew. */
export function putTombstone(db: Database, tombstone: Tombstone): Statement {
  const { at, byId, erasedAt } = tombstone
  return db
    .insert(tombstones)
    .values(tombstone)
    .onConflictDoUpdate({
      target: [tombstones.personId, tombstones.programmeId],
      set: { at, byId, erasedAt },
      setWhere: sql`excluded.erased_at IS NULL AND ${IS_BACK}`,
    })
}

export function markErased(
  db: Database,
  { personId, programmeId }: Pick<Tombstone, 'personId' | 'programmeId'>,
  at: Instant,
): Statement {
  return db
    .update(tombstones)
    .set({ erasedAt: at })
    .where(and(eq(tombstones.personId, personId), eq(tombstones.programmeId, programmeId)))
}

/** All of them, for a file beside the database. */
export async function listTombstones(db: Database): Promise<readonly Tombstone[]> {
  return db.select().from(tombstones).orderBy(tombstones.personId, tombstones.programmeId)
}

/** Those of a person that are to be carried out, or again. */
export async function listOpenTombstones(db: Database, id: PersonId): Promise<readonly Tombstone[]> {
  return db
    .select()
    .from(tombstones)
    .where(and(eq(tombstones.personId, id), sql`${IS_OPEN}`))
}

/** The query, for a batch: since when the person is to be erased. */
export function selectErasure(db: Database, id: PersonId) {
  return db
    .select({ at: sql<Instant | null>`min(${tombstones.at})` })
    .from(tombstones)
    .where(and(eq(tombstones.personId, id), sql`${IS_OPEN}`))
}

/** Who is to be erased, by `value`. */
export const TO_ERASE: SQL = sql`SELECT person_id AS value FROM tombstones WHERE ${IS_OPEN}`
