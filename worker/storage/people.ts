import { and, eq, inArray, notInArray, sql } from 'drizzle-orm'

import { addresses, assistants, diaries, memberships, people } from '../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../domain/ids.ts'
import type { Membership, Person, Role } from '../domain/people.ts'
import type { Instant } from '../domain/time.ts'
import type { Database, Statement } from '../platform.ts'

/** The columns of a person, with all his addresses in one. */
export const PERSON = {
  id: people.id,
  name: people.name,
  email: people.email,
  zone: people.zone,
  locale: people.locale,
  unit: people.unit,
  reportsTo: people.reportsTo,
  blockers: people.blockers,
  rules: people.rules,
  replyAddress: people.replyAddress,
  addresses: sql<string>`(SELECT json_group_array(address) FROM addresses WHERE person_id = people.id)`,
}

type PersonRow = Omit<Person, 'aliases'> & { readonly addresses: string }

export function toPerson({ addresses: all, ...row }: PersonRow): Person {
  const known: readonly string[] = JSON.parse(all)
  return { ...row, aliases: known.filter((address) => address !== row.email) }
}

export async function findPerson(db: Database, id: PersonId): Promise<Person | null> {
  const [row] = await db.select(PERSON).from(people).where(eq(people.id, id))
  return row ? toPerson(row) : null
}

/** Several people at once, in no order. */
export async function listPeople(db: Database, ids: readonly PersonId[]): Promise<readonly Person[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select(PERSON)
    .from(people)
    .where(sql`${people.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
  return rows.map(toPerson)
}

export async function findPersonByAddress(db: Database, address: string): Promise<Person | null> {
  const owner = db.select({ id: addresses.personId }).from(addresses).where(eq(addresses.address, address))
  const [row] = await db.select(PERSON).from(people).where(inArray(people.id, owner))
  return row ? toPerson(row) : null
}

/** Whom a secret reply address belongs to. */
export async function findPersonByReplyAddress(db: Database, replyAddress: string): Promise<Person | null> {
  const [row] = await db.select(PERSON).from(people).where(eq(people.replyAddress, replyAddress))
  return row ? toPerson(row) : null
}

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

/** Who answers for whom, now. */
export async function listAssistants(
  db: Database,
  executiveIds: readonly PersonId[],
  now: Instant,
): Promise<readonly { readonly executiveId: PersonId; readonly assistantId: PersonId }[]> {
  return db
    .select({ executiveId: assistants.executiveId, assistantId: assistants.assistantId })
    .from(assistants)
    .where(
      and(
        sql`${assistants.executiveId} IN (SELECT value FROM json_each(${JSON.stringify(executiveIds)}))`,
        sql`${assistants.fromAt} <= ${now} AND (${assistants.untilAt} IS NULL OR ${assistants.untilAt} > ${now})`,
      ),
    )
    .orderBy(assistants.fromAt, assistants.assistantId)
}

/** A person's superiors, nearest first, as far as they are known here. */
export async function listSuperiors(db: Database, id: PersonId): Promise<readonly PersonId[]> {
  const rows = await db.all<{ id: PersonId }>(sql`
    WITH RECURSIVE line (id, depth) AS (
      SELECT reports_to, 1 FROM people WHERE id = ${id} AND reports_to IS NOT NULL
      UNION ALL
      SELECT people.reports_to, depth + 1 FROM people JOIN line ON people.id = line.id
      WHERE people.reports_to IS NOT NULL AND depth < 20
    )
    SELECT id FROM line ORDER BY depth`)
  return rows.map((row) => row.id)
}

/** The same for several people at once, by their ids. */
export async function listLines(
  db: Database,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly PersonId[]>> {
  const rows = await db.all<{ person: PersonId; id: PersonId }>(sql`
    WITH RECURSIVE line (person, id, depth) AS (
      SELECT id, reports_to, 1 FROM people
      WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND reports_to IS NOT NULL
      UNION ALL
      SELECT line.person, people.reports_to, depth + 1 FROM people JOIN line ON people.id = line.id
      WHERE people.reports_to IS NOT NULL AND depth < 20
    )
    SELECT person, id FROM line ORDER BY depth`)
  return new Map(
    Array.from(
      Map.groupBy(rows, ({ person }) => person),
      ([person, all]) => [person, all.map(({ id }) => id)],
    ),
  )
}

export function insertPerson(db: Database, person: Person, now: Instant): readonly Statement[] {
  const { aliases: _, ...row } = person
  return [
    db.insert(people).values({ ...row, createdAt: now }),
    db.insert(diaries).values({ personId: person.id }),
    ...addressesOf(person).map((address) => db.insert(addresses).values({ address, personId: person.id })),
  ]
}

/** Correcting an address frees the old one; the same human keeps his row. */
export function updatePerson(db: Database, person: Person): readonly Statement[] {
  const { id, aliases: _, replyAddress: _reply, ...row } = person
  return [
    db.update(people).set(row).where(eq(people.id, id)),
    db.delete(addresses).where(eq(addresses.personId, id)),
    ...addressesOf(person).map((address) => db.insert(addresses).values({ address, personId: id })),
  ]
}

function addressesOf({ email, aliases }: Person): readonly string[] {
  return [...new Set([email, ...aliases])]
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

export function insertAssistant(
  db: Database,
  executiveId: PersonId,
  assistantId: PersonId,
  fromAt: Instant,
): Statement {
  return db.insert(assistants).values({ executiveId, assistantId, fromAt }).onConflictDoNothing()
}

/** Somebody no longer answers from then on; that he did stays in the history, unless he never had the time to. */
export function endAssistant(
  db: Database,
  executiveId: PersonId,
  assistantId: PersonId,
  until: Instant,
): readonly Statement[] {
  const here = and(eq(assistants.executiveId, executiveId), eq(assistants.assistantId, assistantId))
  return [
    db
      .update(assistants)
      .set({ untilAt: until })
      .where(and(here, sql`${assistants.untilAt} IS NULL AND ${assistants.fromAt} < ${until}`)),
    db.delete(assistants).where(and(here, sql`${assistants.fromAt} >= ${until}`)),
  ]
}
