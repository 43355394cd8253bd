import { eq, sql } from 'drizzle-orm'

import { memberships, people, programmes } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Role } from '../../domain/people/person.ts'
import type { Database } from '../../platform.ts'

export type Somebody = {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly programmes: readonly { readonly id: ProgrammeId; readonly name: string }[]
}

/** All people of all programmes. Managers and mentors come first, because they work in it. */
export async function listEverybody(db: Database): Promise<readonly Somebody[]> {
  const rows = await db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      role: memberships.role,
      programme: { id: programmes.id, name: programmes.name },
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(programmes, eq(programmes.id, memberships.programmeId))
    .orderBy(sql`${programmes}.rowid`, sql`${people}.rowid`)
  const byId = Map.groupBy(
    rows.toSorted((one, other) => rank(one.role) - rank(other.role)),
    ({ id }) => id,
  )
  return Array.from(byId, ([id, mine]) => ({
    id,
    name: mine[0]?.name ?? '',
    email: mine[0]?.email ?? '',
    roles: [...new Set(mine.map(({ role }) => role))],
    programmes: Array.from(
      Map.groupBy(mine, ({ programme }) => programme.id).values(),
      (all) => all[0]?.programme,
    ).filter((each) => each !== undefined),
  }))
}

export function canSignIn({ roles }: Somebody): boolean {
  return roles.includes('manager') || roles.includes('mentor') || roles.includes('assistant')
}

/** A development link to a page with one sign-in button. */
export function signInPath(id: string): string {
  return `/dev/sign-in?${new URLSearchParams({ person: id }).toString()}`
}

const RANKS: readonly Role[] = ['manager', 'mentor', 'executive', 'assistant', 'sponsor']

function rank(role: Role): number {
  return RANKS.indexOf(role)
}
