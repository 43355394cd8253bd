import { and, eq, ne, sql } from 'drizzle-orm'

import { diaries, memberships, pairings, programmes } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Known, Register } from '../../domain/import/register.ts'
import { formsOfAddress } from '../../domain/people/address.ts'
import { addressesOf, type Membership } from '../../domain/people/person.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database } from '../../platform.ts'
import { listOf } from '../among.ts'
import { PAIRING } from '../pairing/pairing.ts'
import { selectAssistants } from '../people/assistant.ts'
import { selectPeople, toPerson } from '../people/person.ts'
import { selectRolesInUse } from '../people/roles.ts'
import { closureOf, selectSuperiorOfEach } from '../people/superiors.ts'
import { PROGRAMME, toProgramme } from '../programme/programme.ts'
import { selectAvailability } from '../slot/availability.ts'

type Asked = {
  readonly programmeId: ProgrammeId
  readonly managerId: PersonId
  /** Who else is looked for. */
  readonly addresses: readonly string[]
  readonly now: Instant
}

/**
 * A programme with everybody in it, and with those who have these addresses, in one call whatever their number; null if
 * there is no such programme.
 */
export async function findRegister(db: Database, asked: Asked): Promise<Register | null> {
  const { programmeId, managerId, now } = asked
  const everybody = closureOf(
    programmeId,
    sql`SELECT person_id FROM members WHERE programme_id = ${programmeId}
    UNION SELECT person_id FROM addresses WHERE address IN ${listOf(asked.addresses.flatMap(formsOfAddress))}
    UNION SELECT assistant_id FROM assistants WHERE programme_id = ${programmeId} AND until_at IS NULL`,
  )
  const [[programme], people, joined, lines, duties, inUse, versions, hours, living] = await db.batch([
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
      .select(PAIRING)
      .from(pairings)
      .where(and(eq(pairings.programmeId, programmeId), ne(pairings.status, 'ended'))),
  ])
  if (!programme) return null
  const hers = managedBy(joined, managerId)
  const joinedBy = Map.groupBy(joined, ({ personId }) => personId)
  const usedBy = Map.groupBy(inUse, ({ personId }) => personId)
  const dutiesOf = Map.groupBy(duties, ({ executiveId }) => executiveId)
  const hoursOf = new Map(hours.map(({ personId, ...each }) => [personId, each]))
  const known = people.map(toPerson).map((person): Known => {
    const own = joinedBy.get(person.id) ?? []
    const elsewhere = own.some((each) => !hers.has(each.programmeId))
    const managed = new Set(own.map((each) => each.programmeId).filter((each) => hers.has(each)))
    return {
      person,
      roles: own.filter((each) => each.programmeId === programmeId).map(({ role }) => role),
      inUse: (usedBy.get(person.id) ?? []).map(({ role }) => role),
      isKnown: managed.size > 0,
      isManagedElsewhere: elsewhere,
      isOnlyHere: managed.size === 1 && !elsewhere,
      assistantIds: (dutiesOf.get(person.id) ?? []).map(({ assistantId }) => assistantId),
      hours: hoursOf.get(person.id) ?? null,
    }
  })
  return {
    programme: toProgramme(programme),
    people: new Map(known.map((each) => [each.person.id, each])),
    addresses: new Map(
      known.flatMap(({ person }) => addressesOf(person).map((each) => [each, person.id] as const)),
    ),
    superiors: new Map(lines.flatMap(({ id, superior }) => (superior ? [[id, superior] as const] : []))),
    diaries: new Map(versions.map(({ personId, version }) => [personId, version])),
    stayingManagers: known
      .filter(({ person, roles }) => roles.includes('manager') && person.departure === null)
      .map(({ person }) => person.id),
    pairings: living,
  }
}

function managedBy(
  joined: readonly (Membership & { readonly personId: PersonId })[],
  managerId: PersonId,
): ReadonlySet<ProgrammeId> {
  const own = joined.filter(({ personId, role }) => personId === managerId && role === 'manager')
  return new Set(own.map(({ programmeId }) => programmeId))
}
