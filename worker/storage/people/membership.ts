import { and, eq, not, type SQL, sql, type SQLWrapper } from 'drizzle-orm'

import { members, memberships, people } from '../../../schema/index.ts'
import type { ByPerson } from '../../domain/decision.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { formsOfAddress, normalAddress, type Taken } from '../../domain/people/address.ts'
import type { Membership, Person, Role } from '../../domain/people/person.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Statement } from '../../platform.ts'
import { isAmong, listOf } from '../among.ts'
import { inProgramme, PERSON, toPerson } from './person.ts'

type MemberRow = Omit<Awaited<ReturnType<typeof selectMembers>>[number], 'role'> & {
  readonly role: Role | null
}

export type Member = Person & { readonly roles: readonly Role[] }

/** All members of a programme by name, with their roles. */
export async function listMembers(db: Database, programmeId: ProgrammeId): Promise<readonly Member[]> {
  return toMembers(await selectMembers(db, programmeId))
}

export async function listWithRole(
  db: Database,
  programmeId: ProgrammeId,
  role: Role,
): Promise<readonly PersonId[]> {
  const rows = await db
    .select({ id: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.programmeId, programmeId), eq(memberships.role, role)))
  return rows.map(({ id }) => id)
}

export type MemberOf = Member & { readonly programmeId: ProgrammeId }

/** The members of several programmes, or one person as a member of them: once for each programme, in their order. */
export async function listMembersOfAll(
  db: Database,
  ids: readonly ProgrammeId[],
  personId: PersonId | null = null,
): Promise<readonly MemberOf[]> {
  const rows = await db
    .select({ ...PERSON, role: memberships.role, programmeId: memberships.programmeId })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(members, inProgramme(memberships.programmeId))
    .where(
      and(isAmong(memberships.programmeId, ids), personId ? eq(memberships.personId, personId) : undefined),
    )
    .orderBy(PERSON.name, people.id)
  const byProgramme = Map.groupBy(rows, (row) => row.programmeId)
  return ids.flatMap((programmeId) =>
    toMembers((byProgramme.get(programmeId) ?? []).map(({ programmeId: _, ...row }) => row)).map(
      (member) => ({ ...member, programmeId }),
    ),
  )
}

/** The query, for a batch: a row for each role. */
export function selectMembers(db: Database, programmeId: ProgrammeId) {
  return db
    .select({ ...PERSON, role: memberships.role })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(members, inProgramme(programmeId))
    .where(eq(memberships.programmeId, programmeId))
    .orderBy(PERSON.name, people.id)
}

/**
 * All whom the programme knows, by name: its members, and those who have left, who have no role any more. For names; a list
 * to choose from asks for a role.
 */
export async function listEverybody(db: Database, programmeId: ProgrammeId): Promise<readonly Member[]> {
  return toMembers(await selectEverybody(db, programmeId))
}

/** The query, for a batch. */
export function selectEverybody(db: Database, programmeId: ProgrammeId) {
  return db
    .select({ ...PERSON, role: memberships.role })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .leftJoin(
      memberships,
      and(eq(memberships.personId, members.personId), eq(memberships.programmeId, members.programmeId)),
    )
    .where(eq(members.programmeId, programmeId))
    .orderBy(PERSON.name, people.id)
}

export function toMembers(rows: readonly MemberRow[]): readonly Member[] {
  return Array.from(Map.groupBy(rows, ({ id }) => id).values()).flatMap((all) =>
    all
      .slice(0, 1)
      .map(({ role: _, ...row }) => ({ ...toPerson(row), roles: all.flatMap(({ role }) => role ?? []) })),
  )
}

export async function listMemberships(db: Database, personId: PersonId): Promise<readonly Membership[]> {
  return db
    .select({ programmeId: memberships.programmeId, role: memberships.role })
    .from(memberships)
    .where(eq(memberships.personId, personId))
}

/** The people among these who are in a programme of this manager: she may know them. */
export async function listKnown(
  db: Database,
  manager: Manager,
  ids: readonly PersonId[],
): Promise<readonly PersonId[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectDistinct({ id: memberships.personId })
    .from(memberships)
    .where(and(isAmong(memberships.personId, ids), isManagedBy(memberships.programmeId, manager)))
  return rows.map(({ id }) => id)
}

/** Whether a person is in a programme that the manager does not manage. */
export async function isManagedElsewhere(db: Database, manager: Manager, id: PersonId): Promise<boolean> {
  const rows = await db
    .select({ id: memberships.programmeId })
    .from(memberships)
    .where(and(eq(memberships.personId, id), not(isManagedBy(memberships.programmeId, manager))))
    .limit(1)
  return rows.length > 0
}

/** Which of these addresses belong to somebody else: to one of her people, or to one of whom no programme of hers knows. */
export async function findTaken(
  db: Database,
  manager: Manager,
  asked: readonly string[],
  personId: PersonId,
): Promise<Taken> {
  const isAsked = (column: SQL) => isAmong(column, asked.flatMap(formsOfAddress))
  const hers = managedBy(manager)
  const rows = await db.all<{ readonly address: string; readonly isHers: number }>(sql`
    SELECT address, EXISTS (SELECT 1 FROM members WHERE members.person_id = addresses.person_id
        AND members.own_addresses IS NULL AND members.programme_id IN ${hers}) AS isHers
      FROM addresses WHERE ${isAsked(sql`address`)} AND person_id <> ${personId}
    UNION ALL SELECT own.value, 1 FROM members, json_each(members.own_addresses) AS own
      WHERE members.own_addresses IS NOT NULL AND members.person_id <> ${personId}
        AND members.programme_id IN ${hers} AND ${isAsked(sql`own.value`)}`)
  const of = (isHers: boolean) =>
    rows.filter((each) => (each.isHers === 1) === isHers).map(({ address }) => normalAddress(address))
  return { here: of(true), elsewhere: of(false) }
}

/** A manager, in the programmes in which she acts; without `reach`, in all that she manages. */
export type Manager = Pick<ByPerson, 'id' | 'reach'>

/**
 * The programmes that somebody manages, for `IN`: where one knows her by an address of its own, it is out of reach by
 * another.
 */
export function managedBy({ id, reach }: Manager): SQL {
  return reach
    ? listOf(reach)
    : sql`(SELECT programme_id FROM memberships WHERE person_id = ${id} AND role = 'manager')`
}

function isManagedBy(column: SQLWrapper, manager: Manager): SQL {
  return sql`${column} IN ${managedBy(manager)}`
}

/** The programmes of a person that the manager manages, by id. */
export async function listManagedOf(
  db: Database,
  manager: Manager,
  id: PersonId,
): Promise<readonly ProgrammeId[]> {
  const rows = await db
    .selectDistinct({ id: memberships.programmeId })
    .from(memberships)
    .where(and(eq(memberships.personId, id), isManagedBy(memberships.programmeId, manager)))
    .orderBy(memberships.programmeId)
  return rows.map((row) => row.id)
}

/** Adds a role in a programme. A new member is called there by his own name, until the programme changes it. */
export function insertMembership(
  db: Database,
  { programmeId, personId, role }: Membership & { readonly personId: PersonId },
  since: Instant,
): readonly Statement[] {
  const name = sql<string>`(SELECT name FROM people WHERE id = ${personId})`
  return [
    db.insert(members).values({ programmeId, personId, name }).onConflictDoNothing(),
    db.insert(memberships).values({ programmeId, personId, role, since }).onConflictDoNothing(),
  ]
}

/** Ends a role in a programme. */
export function deleteMembership(
  db: Database,
  { programmeId, personId, role }: Membership & { readonly personId: PersonId },
): Statement {
  return db
    .delete(memberships)
    .where(
      and(
        eq(memberships.programmeId, programmeId),
        eq(memberships.personId, personId),
        eq(memberships.role, role),
      ),
    )
}

/** Replaces what a programme says about a person. */
export function putMember(db: Database, programmeId: ProgrammeId, person: Person): Statement {
  const { name, shortName, unit, reportsTo, blockers, rules, departure, notify, awayUntil, deputyId } = person
  const columns = {
    ...{ name, shortName, unit, reportsTo, blockers, rules, notify, awayUntil, deputyId },
    leavesOn: departure?.on ?? null,
    leavingSince: departure?.saidAt ?? null,
    leftAt: departure?.leftAt ?? null,
  }
  return db
    .insert(members)
    .values({ programmeId, personId: person.id, ...columns })
    .onConflictDoUpdate({
      target: [members.programmeId, members.personId],
      set: { ...columns, version: sql`${members.version} + 1` },
    })
}
