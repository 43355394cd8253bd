import { and, asc, desc, eq, inArray, sql, type SQLWrapper } from 'drizzle-orm'

import { members, memberships, people, programmes } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { completePolicy, type Programme } from '../../domain/programme/programme.ts'
import type { Database } from '../../platform.ts'
import { inProgramme, PERSON } from '../people/person.ts'

export const PROGRAMME = {
  id: programmes.id,
  name: programmes.name,
  shortName: programmes.shortName,
  policy: programmes.policy,
  status: programmes.status,
  endsOn: programmes.endsOn,
  closedAt: programmes.closedAt,
  purgeOn: programmes.purgeOn,
  purgedAt: programmes.purgedAt,
  version: programmes.version,
}

export function toProgramme(row: Programme): Programme {
  return { ...row, policy: completePolicy(row.policy) }
}

export async function findProgramme(db: Database, id: ProgrammeId): Promise<Programme | null> {
  const [row] = await db.select(PROGRAMME).from(programmes).where(eq(programmes.id, id))
  return row ? toProgramme(row) : null
}

/** A person's programmes, by name. */
export function selectProgrammesOf(db: Database, personId: SQLWrapper) {
  const ids = db
    .select({ id: memberships.programmeId })
    .from(memberships)
    .where(inArray(memberships.personId, personId))
  return db
    .select(PROGRAMME)
    .from(programmes)
    .where(inArray(programmes.id, ids))
    .orderBy(asc(programmes.name))
}

/** The name of each programme's first manager. */
export async function findManagerNames(
  db: Database,
  ids: readonly ProgrammeId[],
): Promise<ReadonlyMap<ProgrammeId, string>> {
  const rows = await db
    .select({ id: memberships.programmeId, name: PERSON.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(members, inProgramme(memberships.programmeId))
    .where(
      and(
        eq(memberships.role, 'manager'),
        sql`${memberships.programmeId} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
      ),
    )
    .orderBy(desc(memberships.since), desc(memberships.personId))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The programmes that somebody manages and of which more than codes is left. */
export async function listManagedProgrammes(db: Database, personId: PersonId): Promise<readonly Programme[]> {
  const rows = await db
    .select(PROGRAMME)
    .from(memberships)
    .innerJoin(programmes, eq(programmes.id, memberships.programmeId))
    .where(
      and(
        eq(memberships.personId, personId),
        eq(memberships.role, 'manager'),
        sql`${programmes.purgedAt} IS NULL`,
      ),
    )
    .orderBy(asc(programmes.id))
  return rows.map(toProgramme)
}
