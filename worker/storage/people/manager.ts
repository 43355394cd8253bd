import { and, asc, desc, eq, ne, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import { members, memberships, people, programmes } from '../../../schema/index.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { Database } from '../../platform.ts'
import { PERSON } from './person.ts'

/** A manager of some programme that this person is or was in, to write to: one row, for a batch. */
export function selectManagerFor(db: Database, personId: SQL) {
  const own = alias(members, 'own')
  return db
    .select({ name: PERSON.name, email: people.email })
    .from(own)
    .innerJoin(
      memberships,
      and(eq(memberships.programmeId, own.programmeId), eq(memberships.role, 'manager')),
    )
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(members, and(eq(members.personId, people.id), eq(members.programmeId, memberships.programmeId)))
    .where(and(eq(own.personId, personId), ne(people.id, personId)))
    .orderBy(asc(memberships.since), asc(people.id))
    .limit(1)
}

/** In whose name each of these programmes writes: all who manage it, who has done so longest last. */
export function selectSenders(db: Database, programmeIds: SQL) {
  return db
    .select({
      id: programmes.id,
      managerName: PERSON.name,
      managerEmail: people.email,
      programme: programmes.shortName,
    })
    .from(memberships)
    .innerJoin(programmes, eq(programmes.id, memberships.programmeId))
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(members, and(eq(members.personId, people.id), eq(members.programmeId, programmes.id)))
    .where(and(sql`${programmes.id} IN ${programmeIds}`, eq(memberships.role, 'manager')))
    .orderBy(desc(memberships.since), desc(people.id))
}

/** All managers of the programmes in which this person is a mentor, by name. */
export async function listManagersOfMentor(db: Database, personId: PersonId) {
  const own = alias(memberships, 'own')
  return db
    .selectDistinct({ name: PERSON.name, email: people.email })
    .from(own)
    .innerJoin(
      memberships,
      and(eq(memberships.programmeId, own.programmeId), eq(memberships.role, 'manager')),
    )
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(members, and(eq(members.personId, people.id), eq(members.programmeId, memberships.programmeId)))
    .where(and(eq(own.personId, personId), eq(own.role, 'mentor'), ne(people.id, personId)))
    .orderBy(sql`1`, people.email)
}
