import { and, eq, sql } from 'drizzle-orm'

import { memberships } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { RolesReading } from '../../domain/people/change.ts'
import type { Role } from '../../domain/people/person.ts'
import type { Database } from '../../platform.ts'
import { listStayingManagers } from './leave.ts'

/** A person's roles in a programme, and who needs them. */
export async function findRolesReading(
  db: Database,
  programmeId: ProgrammeId,
  personId: PersonId,
): Promise<RolesReading> {
  const isPaired = (column: 'mentor_id' | 'executive_id') => sql<number>`EXISTS (
    SELECT 1 FROM pairings WHERE programme_id = ${programmeId} AND ${sql.identifier(column)} = ${personId} AND status <> 'ended')`
  const standsIn = sql`EXISTS (
    SELECT 1 FROM sessions WHERE programme_id = ${programmeId} AND mentor_id = ${personId} AND passed = 0
      AND status IN ('offered', 'fixed'))`
  const answers = sql`EXISTS (
    SELECT 1 FROM assistants WHERE programme_id = ${programmeId} AND assistant_id = ${personId} AND until_at IS NULL)`
  const isInUse = sql<number>`CASE role WHEN 'mentor' THEN ${isPaired('mentor_id')} OR ${standsIn}
    WHEN 'executive' THEN ${isPaired('executive_id')} WHEN 'assistant' THEN ${answers} ELSE 0 END`
  const [rows, managers] = await Promise.all([
    db
      .select({ role: memberships.role, isInUse })
      .from(memberships)
      .where(and(eq(memberships.programmeId, programmeId), eq(memberships.personId, personId))),
    listStayingManagers(db, programmeId),
  ])
  const now: readonly Role[] = rows.map(({ role }) => role)
  return {
    now,
    inUse: rows.flatMap((row) => (row.isInUse ? [row.role] : [])),
    staying: managers.filter((each) => each.personId !== personId),
  }
}
