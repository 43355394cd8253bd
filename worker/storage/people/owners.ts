import { eq, sql } from 'drizzle-orm'

import { members, owners, people } from '../../../schema/index.ts'
import type { ProgrammeId } from '../../domain/ids.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Database } from '../../platform.ts'
import { inProgramme, PERSON, toPerson } from './person.ts'

/** Somebody who runs the installation, with the programmes that she manages. */
export type Owner = { readonly person: Person; readonly manages: readonly ProgrammeId[] }

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
    .where(sql`${people.email} <> ''`)
  return rows.map(({ manages, ...row }) => ({ person: toPerson(row), manages }))
}
