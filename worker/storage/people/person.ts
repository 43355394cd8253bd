import { and, type Column, eq, type SQL, sql } from 'drizzle-orm'

import { members, people } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { formsOfAddress, normalAddress } from '../../domain/people/address.ts'
import { HEARS_ALL, type Person } from '../../domain/people/person.ts'
import type { Day, Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { isAmong } from '../among.ts'
import { isOwnAddress } from './own-addresses.ts'
import { isReplyAddress, REPLY_ADDRESS } from './reply-address.ts'

/** Those that all his programmes share, as one JSON list. */
export const SHARED_ADDRESSES = sql<string>`(SELECT json_group_array(address) FROM addresses WHERE person_id = people.id)`

/** The columns of a person in a programme, with all addresses as one JSON list. `inProgramme` joins `members`. */
export const PERSON = {
  id: people.id,
  name: sql<string>`coalesce(${members.name}, ${people.name})`,
  /** Null: made from the name. */
  shortName: members.shortName,
  email: sql<string>`coalesce(${members.ownAddresses} ->> 0, ${people.email})`,
  hasOwnAddresses: sql<number>`${members.ownAddresses} IS NOT NULL`,
  zone: people.zone,
  locale: people.locale,
  unit: members.unit,
  reportsTo: members.reportsTo,
  blockers: members.blockers,
  rules: members.rules,
  replyAddress: REPLY_ADDRESS,
  leavesOn: members.leavesOn,
  leavingSince: members.leavingSince,
  leftAt: members.leftAt,
  notify: members.notify,
  awayUntil: members.awayUntil,
  deputyId: members.deputyId,
  version: people.version,
  addresses: sql<string>`coalesce(${members.ownAddresses}, ${SHARED_ADDRESSES})`,
}

/** Joins what the programme says about a person. Null joins nothing, and the person's own name counts. */
export function inProgramme(programmeId: ProgrammeId | SQL | Column | null): SQL | undefined {
  return and(eq(members.personId, people.id), sql`${members.programmeId} = ${programmeId}`)
}

type PersonRow = Omit<
  Person,
  'aliases' | 'hasOwnAddresses' | 'blockers' | 'rules' | 'departure' | 'notify'
> & {
  readonly notify: Person['notify'] | null
  readonly blockers: Person['blockers'] | null
  readonly rules: Person['rules'] | null
  readonly addresses: string
  readonly hasOwnAddresses: number
  readonly leavesOn: Day | null
  readonly leavingSince: Instant | null
  readonly leftAt: Instant | null
}

export function toPerson({
  addresses: all,
  hasOwnAddresses,
  blockers,
  rules,
  leavesOn: on,
  leavingSince: saidAt,
  leftAt,
  notify,
  ...row
}: PersonRow): Person {
  const parsed: readonly string[] = JSON.parse(all)
  const email = normalAddress(row.email)
  const aliases = parsed.map(normalAddress).filter((address) => address !== email)
  const departure = on !== null && saidAt !== null ? { on, saidAt, leftAt } : null
  return {
    ...{ ...row, email, aliases, blockers: blockers ?? [], rules: rules ?? {}, departure },
    notify: notify ?? HEARS_ALL.notify,
    ...(hasOwnAddresses === 1 && { hasOwnAddresses: true }),
  }
}

/** A person with the programme's name, rules and blockers. */
export async function findPerson(
  db: Database,
  id: PersonId,
  programmeId: ProgrammeId | null = null,
): Promise<Person | null> {
  const [row] = await selectPeople(db, programmeId).where(eq(people.id, id))
  return row ? toPerson(row) : null
}

/** Several people in one query, unordered. */
export async function listPeople(
  db: Database,
  ids: readonly PersonId[],
  programmeId: ProgrammeId | null = null,
): Promise<readonly Person[]> {
  if (ids.length === 0) return []
  const rows = await selectPeople(db, programmeId).where(
    sql`${people.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  )
  return rows.map(toPerson)
}

/** Whether the installation has any person. */
export async function isAnybodyHere(db: Database): Promise<boolean> {
  const rows = await db.select({ id: people.id }).from(people).limit(1)
  return rows.length > 0
}

/** Whose address this is: in the installation, else in a programme that knows somebody by it. */
export async function findPersonByAddress(db: Database, address: string): Promise<Person | null> {
  const [row] = await selectPeople(db, null).where(
    sql`${people.id} = coalesce((SELECT person_id FROM addresses WHERE ${isAmong(sql`address`, formsOfAddress(address))}),
      (SELECT person_id FROM members WHERE ${isOwnAddress(address)} LIMIT 1))`,
  )
  return row ? toPerson(row) : null
}

/**
 * The owner of a secret reply address, with all addresses by which any programme knows him. Of somebody who is erased
 * calendars keep it, and what they send would be kept with his name: the address is nobody’s then.
 */
export async function findPersonByReplyAddress(db: Database, replyAddress: string): Promise<Person | null> {
  const isThis = sql`${await isReplyAddress(replyAddress)} AND ${people.email} <> ''`
  const [[row], own] = await db.batch([
    selectPeople(db, null).where(isThis),
    db
      .select({ own: members.ownAddresses })
      .from(members)
      .where(
        sql`${members.ownAddresses} IS NOT NULL AND ${members.personId} = ${db.select({ id: people.id }).from(people).where(isThis)}`,
      ),
  ])
  if (!row) return null
  const person = toPerson(row)
  const aliases = [...person.aliases, ...own.flatMap((each) => each.own ?? [])]
  return { ...person, aliases: [...new Set(aliases)].filter((each) => each !== person.email) }
}

export function selectPeople(db: Database, programmeId: ProgrammeId | SQL | null) {
  return db.select(PERSON).from(people).leftJoin(members, inProgramme(programmeId))
}
