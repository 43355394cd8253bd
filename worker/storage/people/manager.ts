import { and, asc, desc, eq, ne, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import { members, memberships, people, programmes } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Database } from '../../platform.ts'
import { isAmong } from '../among.ts'
import { PERSON } from './person.ts'

const MOST_MANAGERS = 50

/** The managers of the programmes that this person is or was in, to write to, who has been one longest first. For a batch. */
export function selectManagerFor(db: Database, personId: SQL) {
  const own = alias(members, 'own')
  return db
    .select({ programmeId: own.programmeId, name: PERSON.name, email: PERSON.email })
    .from(own)
    .innerJoin(
      memberships,
      and(eq(memberships.programmeId, own.programmeId), eq(memberships.role, 'manager')),
    )
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(members, and(eq(members.personId, people.id), eq(members.programmeId, memberships.programmeId)))
    .where(and(eq(own.personId, personId), ne(people.id, personId)))
    .orderBy(asc(memberships.since), asc(people.id))
    .limit(MOST_MANAGERS)
}

/** In whose name each of these programmes writes: all who manage it, who has done so longest last. */
export function selectSenders(db: Database, programmeIds: SQL) {
  return db
    .select({
      id: programmes.id,
      managerName: PERSON.name,
      managerEmail: PERSON.email,
      programme: programmes.shortName,
    })
    .from(memberships)
    .innerJoin(programmes, eq(programmes.id, memberships.programmeId))
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(members, and(eq(members.personId, people.id), eq(members.programmeId, programmes.id)))
    .where(and(sql`${programmes.id} IN ${programmeIds}`, eq(memberships.role, 'manager')))
    .orderBy(desc(memberships.since), desc(people.id))
}

/** All managers of those among these programmes in which this person is a mentor, by name. */
export async function listManagersOfMentor(
  db: Database,
  personId: PersonId,
  programmeIds: readonly ProgrammeId[],
) {
  const own = alias(memberships, 'own')
  return db
    .selectDistinct({ name: PERSON.name, email: PERSON.email })
    .from(own)
    .innerJoin(
      memberships,
      and(eq(memberships.programmeId, own.programmeId), eq(memberships.role, 'manager')),
    )
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(members, and(eq(members.personId, people.id), eq(members.programmeId, memberships.programmeId)))
    .where(
      and(
        ...[eq(own.personId, personId), eq(own.role, 'mentor'), ne(people.id, personId)],
        isAmong(own.programmeId, programmeIds),
      ),
    )
    .orderBy(sql`1`, PERSON.email)
}
