import { and, eq } from 'drizzle-orm'

import { recordRequests } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { RecordRequestKind } from '../../domain/record/request.ts'
import type { Database, Statement } from '../../platform.ts'

/** Stores what somebody asks; asked again, its words and its moment are the new ones. */
export function putRecordRequest(db: Database, request: typeof recordRequests.$inferInsert): Statement {
  const { at, words } = request
  return db
    .insert(recordRequests)
    .values(request)
    .onConflictDoUpdate({
      target: [recordRequests.programmeId, recordRequests.personId, recordRequests.kind],
      set: { at, words },
    })
}

/** Taken back, or seen to by a manager. */
export function deleteRecordRequest(
  db: Database,
  programmeId: ProgrammeId,
  personId: PersonId,
  kind: RecordRequestKind,
): Statement {
  return db
    .delete(recordRequests)
    .where(
      and(
        eq(recordRequests.programmeId, programmeId),
        eq(recordRequests.personId, personId),
        eq(recordRequests.kind, kind),
      ),
    )
}

/** What waits in a programme, of everybody or of one person; the oldest first. */
export function selectRecordRequests(
  db: Database,
  programmeId: ProgrammeId,
  personId: PersonId | null = null,
) {
  return db
    .select()
    .from(recordRequests)
    .where(
      and(
        eq(recordRequests.programmeId, programmeId),
        personId ? eq(recordRequests.personId, personId) : undefined,
      ),
    )
    .orderBy(recordRequests.at)
}
