import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm'

import { tombstones } from '../../../schema/index.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { Tombstone } from '../../domain/people/tombstone.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'

/** Whether something of the person is there that a tombstone says is not: it was not erased yet, or was restored. */
export const IS_OPEN = sql`CASE tombstones.programme_id
  WHEN '' THEN EXISTS (SELECT 1 FROM people WHERE people.id = tombstones.person_id AND (email <> '' OR name <> '–'))
    OR EXISTS (SELECT 1 FROM members WHERE members.person_id = tombstones.person_id AND name <> '–')
  ELSE EXISTS (SELECT 1 FROM members WHERE members.person_id = tombstones.person_id
    AND members.programme_id = tombstones.programme_id AND name <> '–') END`

/** One that is there already keeps its moment. */
export function putTombstone(db: Database, tombstone: Tombstone): Statement {
  return db.insert(tombstones).values(tombstone).onConflictDoNothing()
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

/** Somebody who was erased from a programme joins it again: what is written from now on is not owed to that erasure. */
export function liftTombstone(
  db: Database,
  { personId, programmeId }: Pick<Tombstone, 'personId' | 'programmeId'>,
): Statement {
  return db
    .delete(tombstones)
    .where(
      and(
        eq(tombstones.personId, personId),
        eq(tombstones.programmeId, programmeId),
        isNotNull(tombstones.erasedAt),
      ),
    )
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
