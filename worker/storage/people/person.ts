import { eq, inArray, sql } from 'drizzle-orm'

import { addresses, people } from '../../../schema/index.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Database } from '../../platform.ts'

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
  version: people.version,
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

/** Whether the installation has begun. */
export async function isAnybodyHere(db: Database): Promise<boolean> {
  const rows = await db.select({ id: people.id }).from(people).limit(1)
  return rows.length > 0
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
