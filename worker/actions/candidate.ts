import type { PersonId, ProgrammeId } from '../domain/ids.ts'
import type { Candidate } from '../domain/pairing.ts'
import type { Database } from '../platform.ts'
import { listMemberships } from '../storage/memberships.ts'
import { findPerson } from '../storage/people.ts'
import { listSuperiors } from '../storage/superiors.ts'

/** Somebody of a programme with the roles he has there and his superiors; null where he is not in it. */
export async function findCandidate(
  db: Database,
  programmeId: ProgrammeId,
  id: PersonId,
): Promise<Candidate | null> {
  const [person, memberships, superiors] = await Promise.all([
    findPerson(db, id),
    listMemberships(db, id),
    listSuperiors(db, id),
  ])
  const roles = memberships.filter((each) => each.programmeId === programmeId).map(({ role }) => role)
  return person && roles.length > 0 ? { person, roles, superiors } : null
}
