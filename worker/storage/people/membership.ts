import { and, eq, inArray, notInArray, sql } from 'drizzle-orm'

import { memberships, people } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Membership, Person, Role } from '../../domain/people/person.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { PERSON, toPerson } from './person.ts'

export type Member = Person & { readonly roles: readonly Role[] }

/** Everybody in a programme, by name, each with the roles he has there. */
export async function listMembers(db: Database, programmeId: ProgrammeId): Promise<readonly Member[]> {
  const rows = await db
    .select({ ...PERSON, role: memberships.role })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(eq(memberships.programmeId, programmeId))
    .orderBy(people.name, people.id)
  return Array.from(Map.groupBy(rows, ({ id }) => id).values()).flatMap((all) =>
    all.slice(0, 1).map(({ role: _, ...row }) => ({ ...toPerson(row), roles: all.map(({ role }) => role) })),
  )
}

export async function listMemberships(db: Database, personId: PersonId): Promise<readonly Membership[]> {
  return db
    .select({ programmeId: memberships.programmeId, role: memberships.role })
    .from(memberships)
    .where(eq(memberships.personId, personId))
}

/** Those of these people who are in a programme that `managerId` manages: whom she may know. */
export async function listKnown(
  db: Database,
  managerId: PersonId,
  ids: readonly PersonId[],
): Promise<readonly PersonId[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectDistinct({ id: memberships.personId })
    .from(memberships)
    .where(
      and(
        sql`${memberships.personId} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
        inArray(memberships.programmeId, managedBy(db, managerId)),
      ),
    )
  return rows.map(({ id }) => id)
}

/** Whether somebody is in a programme that `managerId` does not manage. */
export async function isManagedElsewhere(db: Database, managerId: PersonId, id: PersonId): Promise<boolean> {
  const rows = await db
    .select({ id: memberships.programmeId })
    .from(memberships)
    .where(and(eq(memberships.personId, id), notInArray(memberships.programmeId, managedBy(db, managerId))))
    .limit(1)
  return rows.length > 0
}

function managedBy(db: Database, managerId: PersonId) {
  return db
    .select({ id: memberships.programmeId })
    .from(memberships)
    .where(and(eq(memberships.personId, managerId), eq(memberships.role, 'manager')))
}

export function insertMembership(
  db: Database,
  member: { readonly programmeId: ProgrammeId; readonly personId: PersonId; readonly role: Role },
  since: Instant,
): Statement {
  return db
    .insert(memberships)
    .values({ ...member, since })
    .onConflictDoNothing()
}
