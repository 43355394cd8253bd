import { and, eq, isNull } from 'drizzle-orm'

import { members, memberships, owners } from '../../../schema/index.ts'
import type { Resumer } from '../../domain/letter/resume.ts'
import type { Database } from '../../platform.ts'

/** Whoever runs the installation and manages a programme, in each of those, by the name that it knows. */
export function listResumers(db: Database): Promise<readonly Resumer[]> {
  return db
    .select({ id: owners.personId, programmeId: members.programmeId, name: members.name })
    .from(owners)
    .innerJoin(memberships, and(eq(memberships.personId, owners.personId), eq(memberships.role, 'manager')))
    .innerJoin(
      members,
      and(
        eq(members.personId, owners.personId),
        eq(members.programmeId, memberships.programmeId),
        isNull(members.leftAt),
      ),
    )
    .orderBy(members.name)
}
