import { and, eq } from 'drizzle-orm'

import { members, memberships } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Database } from '../../platform.ts'

/** The lists of links of a mentor, one for each programme in which he is one. */
export async function listOwnLinks(
  db: Database,
  id: PersonId,
): Promise<readonly { readonly programmeId: ProgrammeId; readonly links: readonly string[] }[]> {
  const rows = await db
    .select({ programmeId: members.programmeId, rules: members.rules })
    .from(members)
    .innerJoin(
      memberships,
      and(
        eq(memberships.programmeId, members.programmeId),
        eq(memberships.personId, members.personId),
        eq(memberships.role, 'mentor'),
      ),
    )
    .where(eq(members.personId, id))
    .orderBy(members.programmeId)
  return rows.map(({ programmeId, rules }) => ({ programmeId, links: rules.meetingLinks ?? [] }))
}
