import { and, eq, ne, sql } from 'drizzle-orm'

import { addresses, diaries, members, memberships, pairings, programmes } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Known, Register } from '../../domain/import/register.ts'
import { formsOfAddress, normalAddress } from '../../domain/people/address.ts'
import { addressesOf, type Membership, type Person } from '../../domain/people/person.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { listOf } from '../among.ts'
import { PAIRING } from '../pairing/pairing.ts'
import { selectAssistants } from '../people/assistant.ts'
import type { Manager } from '../people/membership.ts'
import { selectPeople, toPerson } from '../people/person.ts'
import { selectRolesInUse } from '../people/roles.ts'
import { closureOf, selectSuperiorOfEach } from '../people/superiors.ts'
import { PROGRAMME, toProgramme } from '../programme/programme.ts'
import { selectAvailability } from '../slot/availability.ts'

type Asked = {
  readonly programmeId: ProgrammeId
  readonly manager: Manager
  /** Who else is looked for. */
  readonly addresses: readonly string[]
  readonly now: Instant
}

/**
 * A programme with everybody in it, and with those who have these addresses, in one call whatever their number; null if
 * there is no such programme.
 */
export async function findRegister(db: Database, asked: Asked): Promise<Register | null> {
  const { programmeId, manager, now } = asked
  const everybody = closureOf(
    programmeId,
    sql`SELECT person_id FROM members WHERE programme_id = ${programmeId}
    UNION SELECT person_id FROM addresses WHERE address IN ${listOf(asked.addresses.flatMap(formsOfAddress))}
    UNION SELECT person_id FROM members, json_each(own_addresses) AS own
      WHERE own_addresses IS NOT NULL AND own.value IN ${listOf(asked.addresses.flatMap(formsOfAddress))}
    UNION SELECT assistant_id FROM assistants WHERE programme_id = ${programmeId} AND until_at IS NULL`,
  )
  const [[programme], people, joined, lines, duties, inUse, versions, hours, said, owned, living] =
    await db.batch([
      db.select(PROGRAMME).from(programmes).where(eq(programmes.id, programmeId)),
      selectPeople(db, programmeId).where(sql`people.id IN ${everybody}`),
      db
        .select({
          personId: memberships.personId,
          programmeId: memberships.programmeId,
          role: memberships.role,
        })
        .from(memberships)
        .where(sql`${memberships.personId} IN ${everybody}`),
      selectSuperiorOfEach(db, programmeId, everybody),
      selectAssistants(db, programmeId, now),
      selectRolesInUse(db, programmeId),
      db
        .select()
        .from(diaries)
        .where(sql`${diaries.personId} IN ${everybody}`),
      selectAvailability(db, everybody),
      db
        .select({ personId: members.personId, programmeId: members.programmeId, own: members.ownAddresses })
        .from(members)
        .where(sql`${members.personId} IN ${everybody}`),
      db
        .select()
        .from(addresses)
        .where(sql`${addresses.personId} IN ${everybody}`),
      db
        .select(PAIRING)
        .from(pairings)
        .where(and(eq(pairings.programmeId, programmeId), ne(pairings.status, 'ended'))),
    ])
  if (!programme) return null
  const hers = managedBy(joined, manager)
  const joinedBy = Map.groupBy(joined, ({ personId }) => personId)
  const usedBy = Map.groupBy(inUse, ({ personId }) => personId)
  const dutiesOf = Map.groupBy(duties, ({ executiveId }) => executiveId)
  const hoursOf = new Map(hours.map(({ personId, ...each }) => [personId, each]))
  const saidOf = Map.groupBy(said, ({ personId }) => personId)
  const known = people.map(toPerson).map((person): Known => {
    const ofHers = (saidOf.get(person.id) ?? []).filter((each) => hers.has(each.programmeId))
    const here = ofHers.find((each) => each.programmeId === programmeId) ?? ofHers[0]
    const own = joinedBy.get(person.id) ?? []
    const elsewhere = own.some((each) => !hers.has(each.programmeId))
    const managed = new Set(own.map((each) => each.programmeId).filter((each) => hers.has(each)))
    return {
      person,
      roles: own.filter((each) => each.programmeId === programmeId).map(({ role }) => role),
      inUse: (usedBy.get(person.id) ?? []).map(({ role }) => role),
      isKnown: managed.size > 0,
      managed: [...managed],
      knownBy: here ? asKnownBy(person, here.own) : null,
      isManagedElsewhere: elsewhere,
      isOnlyHere: managed.size === 1 && !elsewhere,
      assistantIds: (dutiesOf.get(person.id) ?? []).map(({ assistantId }) => assistantId),
      hours: hoursOf.get(person.id) ?? null,
    }
  })
  return {
    programme: toProgramme(programme),
    people: new Map(known.map((each) => [each.person.id, each])),
    addresses: ownersOf(known, said),
    shared: new Map(owned.map(({ address, personId }) => [normalAddress(address), personId])),
    superiors: new Map(lines.flatMap(({ id, superior }) => (superior ? [[id, superior] as const] : []))),
    diaries: new Map(versions.map(({ personId, version }) => [personId, version])),
    stayingManagers: known
      .filter(({ person, roles }) => roles.includes('manager') && person.departure === null)
      .map(({ person }) => person.id),
    pairings: living,
  }
}

/** How a programme of hers has the person: by addresses of its own, or by those that all share. */
function asKnownBy(person: Person, own: readonly string[] | null): Known['knownBy'] {
  const [email, ...aliases] = own ?? []
  return email === undefined ? person : { email, aliases, hasOwnAddresses: true }
}

/**
 * Whose each address is to her. What stands last counts: by which programmes of others have somebody, whose it is in the
 * installation, by which hers have somebody. Whom hers have is nobody else to her.
 */
function ownersOf(
  known: readonly Known[],
  said: readonly { readonly personId: PersonId; readonly own: readonly string[] | null }[],
): Register['addresses'] {
  const others = known.filter(({ knownBy }) => knownBy === null)
  const elsewhere = new Set(others.map(({ person }) => person.id))
  return new Map([
    ...said.flatMap(({ personId, own }) =>
      elsewhere.has(personId) ? (own ?? []).map((each) => [each, personId] as const) : [],
    ),
    ...others.flatMap(({ person }) => addressesOf(person).map((each) => [each, person.id] as const)),
    ...known.flatMap(({ person, knownBy }) =>
      knownBy ? addressesOf(knownBy).map((each) => [each, person.id] as const) : [],
    ),
  ])
}

function managedBy(
  joined: readonly (Membership & { readonly personId: PersonId })[],
  { id, reach }: Manager,
): ReadonlySet<ProgrammeId> {
  const own = joined.filter(({ personId, role }) => personId === id && role === 'manager')
  return new Set(reach ?? own.map(({ programmeId }) => programmeId))
}
