import { and, eq, isNull } from 'drizzle-orm'

import { recordRequests } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { RequestAnswer, RequestKey } from '../../domain/record/request.ts'
import type { SealedPlace } from '../../domain/seal/sealed.ts'
import type { Database, Platform, Statement } from '../../platform.ts'
import { openWords } from '../seal/words.ts'

type Row = typeof recordRequests.$inferSelect
type Asked = Pick<Row, keyof RequestKey | 'at' | 'words' | 'field'>

/** Stores what somebody asks, its words sealed; asked again, it waits again, with the new words. */
export async function putRecordRequest(
  { db, seal }: Platform,
  request: Asked,
): Promise<readonly [Statement]> {
  const { at, field } = request
  const words = request.words === null ? null : await seal(placeOf(request, 'words'), request.words)
  const unanswered = { answer: null, answeredAt: null, answeredBy: null, answerWords: null }
  const insert = db
    .insert(recordRequests)
    .values({ ...request, words })
    .onConflictDoUpdate({
      target: [recordRequests.programmeId, recordRequests.personId, recordRequests.kind],
      set: { at, words, field, ...unanswered },
    })
  return [insert]
}

/** What is asked, and what was answered, to be read: words that do not open are as if none had been written. */
export function openRecordRequests<
  Stored extends RequestKey & Pick<Row, 'words'> & { readonly answerWords?: string | null },
>(platform: Pick<Platform, 'open'>, rows: readonly Stored[]): Promise<readonly Stored[]> {
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      words: row.words === null ? null : await openWords(platform, placeOf(row, 'words'), row.words),
      ...(row.answerWords && {
        answerWords: await openWords(platform, placeOf(row, 'answer_words'), row.answerWords),
      }),
    })),
  )
}

function placeOf({ programmeId, personId, kind }: RequestKey, column: 'words' | 'answer_words'): SealedPlace {
  return { table: 'record_requests', row: `${programmeId} ${personId} ${kind}`, column }
}

/** Taken back, as long as it waits. */
export function deleteRecordRequest(db: Database, key: RequestKey): Statement {
  return db.delete(recordRequests).where(isWaiting(key))
}

export async function answerRecordRequest(
  { db, seal }: Platform,
  key: RequestKey,
  { result, at, byId, words }: RequestAnswer,
): Promise<readonly [Statement]> {
  const answerWords = words === null ? null : await seal(placeOf(key, 'answer_words'), words)
  const update = db
    .update(recordRequests)
    .set({ answer: result, answeredAt: at, answeredBy: byId, answerWords })
    .where(isWaiting(key))
  return [update]
}

/** All that a person asked, in one programme, or with an empty id in all. */
export function deleteRequestsOf(db: Database, personId: PersonId, programmeId: ProgrammeId | ''): Statement {
  const isHis = eq(recordRequests.personId, personId)
  return db
    .delete(recordRequests)
    .where(programmeId === '' ? isHis : and(isHis, eq(recordRequests.programmeId, programmeId)))
}

export async function findRecordRequest(platform: Pick<Platform, 'db' | 'open'>, key: RequestKey) {
  const [found] = await openRecordRequests(
    platform,
    await platform.db.select().from(recordRequests).where(isThat(key)),
  )
  return found ?? null
}

/** What waits in a programme, the oldest first; to be opened. */
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
