import { and, eq } from 'drizzle-orm'

import { members, memberships, people } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Candidate } from '../../domain/pairing/make.ts'
import type { Database } from '../../platform.ts'
import type { Member } from '../people/membership.ts'
import { inProgramme, PERSON, toPerson } from '../people/person.ts'
import { listLines, superiorsOf } from '../people/superiors.ts'

/** A person with roles and superiors in a programme, in one call; null if not a member. */
export async function findCandidate(
  db: Database,
  programmeId: ProgrammeId,
  id: PersonId,
): Promise<Candidate | null> {
  const [[row], joined] = await db.batch([
    db
      .select({ ...PERSON, superiors: superiorsOf(programmeId, id) })
      .from(people)
      .leftJoin(members, inProgramme(programmeId))
      .where(eq(people.id, id)),
    db
      .select({ role: memberships.role })
      .from(memberships)
      .where(and(eq(memberships.personId, id), eq(memberships.programmeId, programmeId))),
  ])
  if (!row || joined.length === 0) return null
  const { superiors, ...person } = row
  return { person: toPerson(person), roles: joined.map(({ role }) => role), superiors: JSON.parse(superiors) }
}

/** The members as candidates, with their superiors, in one call. */
export async function listCandidates(
  db: Database,
  programmeId: ProgrammeId,
  everybody: readonly Member[],
): Promise<readonly Candidate[]> {
  const lines = await listLines(
    db,
    programmeId,
    everybody.map(({ id }) => id),
  )
  return everybody.map((person) => ({ person, roles: person.roles, superiors: lines.get(person.id) ?? [] }))
}
