import { and, eq } from 'drizzle-orm'

import { recordRequests } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { RecordRequestKind } from '../../domain/record/request.ts'
import type { SealedPlace } from '../../domain/seal/sealed.ts'
import type { Database, Platform, Statement } from '../../platform.ts'
import { openWords } from '../seal/words.ts'

type Row = typeof recordRequests.$inferSelect
type Key = Pick<Row, 'programmeId' | 'personId' | 'kind'>

/** Stores what somebody asks, its words sealed; asked again, words and moment are the new ones. */
export async function putRecordRequest({ db, seal }: Platform, request: Row): Promise<readonly [Statement]> {
  const { at } = request
  const words = request.words === null ? null : await seal(placeOf(request), request.words)
  const insert = db
    .insert(recordRequests)
    .values({ ...request, words })
    .onConflictDoUpdate({
      target: [recordRequests.programmeId, recordRequests.personId, recordRequests.kind],
      set: { at, words },
    })
  return [insert]
}

/** What is asked, to be read: words that do not open are as if none had been written. */
export function openRecordRequests<Asked extends Key & Pick<Row, 'words'>>(
  platform: Pick<Platform, 'open'>,
  rows: readonly Asked[],
): Promise<readonly Asked[]> {
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      words: row.words === null ? null : await openWords(platform, placeOf(row), row.words),
    })),
  )
}

function placeOf({ programmeId, personId, kind }: Key): SealedPlace {
  return { table: 'record_requests', row: `${programmeId} ${personId} ${kind}`, column: 'words' }
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

/** What waits in a programme, of everybody or of one person, the oldest first; to be opened. */
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
