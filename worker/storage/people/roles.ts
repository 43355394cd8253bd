import { and, eq, type SQL, sql } from 'drizzle-orm'

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
  const [rows, managers] = await Promise.all([
    db
      .select({ role: memberships.role, isInUse: isInUse(programmeId) })
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

/** The query, for a batch: who needs which role of a programme. */
export function selectRolesInUse(db: Database, programmeId: ProgrammeId) {
  return db
    .select({ personId: memberships.personId, role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.programmeId, programmeId), isInUse(programmeId)))
}

/** Whether pairings, sessions or executives rest on the role in a row of `memberships`. */
function isInUse(programmeId: ProgrammeId): SQL<number> {
  const isPaired = (column: 'mentor_id' | 'executive_id') => sql`EXISTS (
    SELECT 1 FROM pairings WHERE programme_id = ${programmeId} AND ${sql.identifier(column)} = ${memberships.personId}
      AND status <> 'ended')`
  const standsIn = sql`EXISTS (
    SELECT 1 FROM sessions WHERE programme_id = ${programmeId} AND mentor_id = ${memberships.personId} AND passed = 0
      AND status IN ('offered', 'fixed'))`
  const answers = sql`EXISTS (
    SELECT 1 FROM assistants WHERE programme_id = ${programmeId} AND assistant_id = ${memberships.personId} AND until_at IS NULL)`
  return sql<number>`CASE role WHEN 'mentor' THEN ${isPaired('mentor_id')} OR ${standsIn}
    WHEN 'executive' THEN ${isPaired('executive_id')} WHEN 'assistant' THEN ${answers} ELSE 0 END`
}
