import { sql } from 'drizzle-orm'

import { memberships, people } from '../../../schema/index.ts'
import type { Role } from '../../domain/people.ts'
import type { Platform } from '../../platform.ts'

export type DevPerson = {
  readonly id: string
  readonly roles: readonly Role[]
  readonly name: string
  readonly email: string
  readonly programmes: readonly string[]
  readonly signIn?: string
}

/** Everybody, by role and name; a sign-in link for those who can sign in. */
export async function listDevPeople({ db, settings }: Platform): Promise<readonly DevPerson[]> {
  const rows = await db
    .select({ id: people.id, name: people.name, email: people.email, role: memberships.role, programme: memberships.programmeId })
    .from(people)
    .innerJoin(memberships, sql`${memberships.personId} = ${people.id}`)
    .orderBy(people.createdAt, people.id)
  return Array.from(Map.groupBy(rows, ({ id }) => id).values(), (all) => {
    const [first] = all
    const roles = [...new Set(all.map(({ role }) => role))]
    const canSignIn = roles.includes('manager') || roles.includes('mentor')
    return {
      id: first?.id ?? '',
      roles,
      name: first?.name ?? '',
      email: first?.email ?? '',
      programmes: [...new Set(all.map(({ programme }) => programme))],
      ...(canSignIn && { signIn: `${settings.origin}/dev/sign-in?person=${first?.id}` }),
    }
  })
}
