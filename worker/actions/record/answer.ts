import type { ByPerson } from '../../domain/decision.ts'
import type { PersonChange } from '../../domain/people/change.ts'
import {
  type AnsweredRequest,
  decideAnswer,
  type RecordRequest,
  type RequestAnswer,
  type RequestKey,
  type RequestResult,
} from '../../domain/record/request.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { listSuppressed } from '../../storage/letter/suppression.ts'
import { findPerson } from '../../storage/people/person.ts'
import { answerRecordRequest, findRecordRequest } from '../../storage/record/request.ts'
import { changePerson } from '../people/change.ts'

export type AnswerWish = {
  /** `take-over` writes what he asks for; `done`: the manager has seen to it herself. */
  readonly answer: 'take-over' | RequestResult
  /** When the request was made that she has read. */
  readonly readAt: Instant
  /** Why it is refused. */
  readonly words: string | null
}

/**
 * A manager finishes what somebody asked about his own record; he reads on it what became of it. Taken over, the change
 * and its answer are one batch.
 */
export async function answerRequest(
  platform: Platform,
  key: RequestKey,
  { answer, readAt, words }: AnswerWish,
  by: ByPerson,
): Promise<Result<null, Refusal>> {
  const isRefused = answer === 'refused'
  const given: RequestAnswer = {
    ...{ at: platform.now(), byId: by.id },
    result: isRefused ? 'refused' : 'done',
    words: isRefused ? words : null,
  }
  const decided = decideAnswer(await findRecordRequest(platform, key), { readAt, answer: given })
  if (!decided.ok) return decided
  if (answer === 'take-over') return takeOver(platform, decided.value, { key, answer: given }, by)
  return inOneBatch(platform.db, await answerRecordRequest(platform, key, given))
}

async function takeOver(
  platform: Platform,
  request: Pick<RecordRequest, 'field' | 'words'>,
  answered: AnsweredRequest,
  by: ByPerson,
): Promise<Result<null, Refusal>> {
  const { personId, programmeId } = answered.key
  const change = await changeFor(platform, answered.key, request)
  if (change === null) return refuse({ reason: 'not-found' })
  const changed = await changePerson(platform, personId, change, by, { programmeId, answered })
  return changed.ok ? accept(null) : changed
}

/** An old address stays one of his, unless no mail reaches it: as the form on his page proposes. */
async function changeFor(
  { db, now }: Platform,
  { personId, programmeId }: Pick<RequestKey, 'personId' | 'programmeId'>,
  { field, words }: Pick<RecordRequest, 'field' | 'words'>,
): Promise<PersonChange | null> {
  if (words === null) return null
  if (field === 'unit') return { unit: words }
  const person = field === 'address' ? await findPerson(db, personId, programmeId) : null
  if (!person) return null
  const stopped = await listSuppressed(db, [person.email], now())
  return { email: words, keepsOldAddress: stopped.size === 0 }
}
