import { eq, type SQL, sql } from 'drizzle-orm'

import { members, owners, people } from '../../../schema/index.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Database } from '../../platform.ts'
import { inProgramme, PERSON, toPerson } from './person.ts'

/** Somebody who runs the installation, with the programmes that she manages. */
export type Owner = { readonly person: Person; readonly manages: readonly ProgrammeId[] }

/** Who has a role in a programme that is not closed. */
const isHere = (personId: SQL) => sql`EXISTS (SELECT 1 FROM memberships
  JOIN programmes ON programmes.id = memberships.programme_id AND programmes.status <> 'closed'
  JOIN people AS here ON here.id = memberships.person_id AND here.email <> ''
  WHERE memberships.person_id = ${personId})`

/** Nothing ends that somebody runs the installation: once she has left she is not told, unless nobody else could be. */
export const IS_OWNER_TOLD = sql`(${isHere(sql`owners.person_id`)}
  OR NOT EXISTS (SELECT 1 FROM owners AS each WHERE ${isHere(sql`each.person_id`)}))`

/** Whoever runs the installation and is told how it does. */
export async function listOwners(db: Database): Promise<readonly Owner[]> {
  const rows = await db
    .select({
      ...PERSON,
      manages: sql`(SELECT json_group_array(programme_id) FROM memberships
        WHERE memberships.person_id = ${people.id} AND role = 'manager')`.mapWith(
        (text: string): readonly ProgrammeId[] => JSON.parse(text),
      ),
    })
    .from(owners)
    .innerJoin(people, eq(people.id, owners.personId))
    .leftJoin(members, inProgramme(null))
    .where(sql`${people.email} <> '' AND ${IS_OWNER_TOLD}`)
  return rows.map(({ manages, ...row }) => ({ person: toPerson(row), manages }))
}
