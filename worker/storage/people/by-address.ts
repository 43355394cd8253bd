import { eq, type SQL, sql } from 'drizzle-orm'

import { people } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { formsOfAddress } from '../../domain/people/address.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Database } from '../../platform.ts'
import { isAmong } from '../among.ts'
import { type Manager, managedBy } from './membership.ts'
import { isOwnAddress } from './own-addresses.ts'
import { selectPeople, toPerson } from './person.ts'

export type KnownByAddress = {
  /** As the programme describes him. */
  readonly person: Person
  /** How another programme of hers knows him; null: none does. */
  readonly knownBy: Person | null
}

/**
 * Who this address is to a manager: whom a programme of hers knows by it; else whose it is in the installation, or in a
 * programme of somebody else, unless hers know him by other addresses: then it is nobody's to her. In two calls, whether
 * it is anybody's or not.
 */
export async function findByAddress(
  db: Database,
  address: string,
  { programmeId, manager }: { readonly programmeId: ProgrammeId; readonly manager: Manager },
): Promise<KnownByAddress | null> {
  const hers = managedBy(manager)
  const shared = sql`SELECT person_id FROM addresses WHERE ${isAmong(sql`address`, formsOfAddress(address))}`
  const [found] = await db.all<{ readonly id: PersonId; readonly knownIn: ProgrammeId | null }>(sql`
    SELECT person_id AS id, programme_id AS knownIn, 0 AS rank FROM members
      WHERE person_id IN (${shared}) AND programme_id IN ${hers} AND own_addresses IS NULL
    UNION ALL SELECT person_id, programme_id, 0 FROM members WHERE ${isOwnAddress(address)} AND programme_id IN ${hers}
    UNION ALL SELECT person_id, NULL, 1 FROM addresses
      WHERE ${isAmong(sql`address`, formsOfAddress(address))} AND ${isUnknownTo(hers, sql`addresses.person_id`)}
    UNION ALL SELECT person_id, NULL, 2 FROM members
      WHERE ${isOwnAddress(address)} AND ${isUnknownTo(hers, sql`members.person_id`)}
    ORDER BY rank, id, knownIn LIMIT 1`)
  const id = found?.id ?? 'per_'
  const [[row], [known]] = await db.batch([
    selectPeople(db, programmeId).where(eq(people.id, id)),
    selectPeople(db, sql`${found?.knownIn ?? null}`).where(eq(people.id, id)),
  ])
  if (!row) return null
  return { person: toPerson(row), knownBy: known && found?.knownIn ? toPerson(known) : null }
}

function isUnknownTo(hers: SQL, personId: SQL): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM members AS hers WHERE hers.person_id = ${personId} AND hers.programme_id IN ${hers})`
}
