import { and, eq, isNull } from 'drizzle-orm'

import { recordRequests } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { RecordRequestKind, RequestAnswer } from '../../domain/record/request.ts'
import type { Database, Statement } from '../../platform.ts'

export type RequestKey = {
  readonly programmeId: ProgrammeId
  readonly personId: PersonId
  readonly kind: RecordRequestKind
}
type Asked = Pick<typeof recordRequests.$inferInsert, keyof RequestKey | 'at' | 'words' | 'field'>

/** Stores what somebody asks; asked again, it waits again, with the new words. */
export function putRecordRequest(db: Database, request: Asked): Statement {
  const { at, words, field } = request
  const unanswered = { answer: null, answeredAt: null, answeredBy: null, answerWords: null }
  return db
    .insert(recordRequests)
    .values(request)
    .onConflictDoUpdate({
      target: [recordRequests.programmeId, recordRequests.personId, recordRequests.kind],
      set: { at, words, field, ...unanswered },
    })
}

/** Taken back, as long as it waits. */
export function deleteRecordRequest(db: Database, key: RequestKey): Statement {
  return db.delete(recordRequests).where(isWaiting(key))
}

export function answerRecordRequest(
  db: Database,
  key: RequestKey,
  { result, at, byId, words }: RequestAnswer,
): Statement {
  return db
    .update(recordRequests)
    .set({ answer: result, answeredAt: at, answeredBy: byId, answerWords: words })
    .where(isWaiting(key))
}

/** All that a person asked, in one programme, or with an empty id in all. */
export function deleteRequestsOf(db: Database, personId: PersonId, programmeId: ProgrammeId | ''): Statement {
  const isHis = eq(recordRequests.personId, personId)
  return db
    .delete(recordRequests)
    .where(programmeId === '' ? isHis : and(isHis, eq(recordRequests.programmeId, programmeId)))
}

export async function findRecordRequest(db: Database, key: RequestKey) {
  const [found] = await db.select().from(recordRequests).where(isThat(key))
  return found ?? null
}

/** What waits in a programme; the oldest first. */
export function selectRecordRequests(db: Database, programmeId: ProgrammeId) {
  return db
    .select()
    .from(recordRequests)
    .where(and(eq(recordRequests.programmeId, programmeId), isNull(recordRequests.answer)))
    .orderBy(recordRequests.at)
}

function isThat({ programmeId, personId, kind }: RequestKey) {
  return and(
    eq(recordRequests.programmeId, programmeId),
    eq(recordRequests.personId, personId),
    eq(recordRequests.kind, kind),
  )
}

function isWaiting(key: RequestKey) {
  return and(isThat(key), isNull(recordRequests.answer))
}
