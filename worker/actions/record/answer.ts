import type { ByPerson } from '../../domain/decision.ts'
import type { PersonChange } from '../../domain/people/change.ts'
import {
  decideAnswer,
  type RecordRequest,
  type RequestAnswer,
  type RequestResult,
} from '../../domain/record/request.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { listSuppressed } from '../../storage/letter/suppression.ts'
import { findPerson } from '../../storage/people/person.ts'
import { answerRecordRequest, findRecordRequest, type RequestKey } from '../../storage/record/request.ts'
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
 * A manager finishes what somebody asked about his own record; he reads on it what became of it. Interrupted between the
 * two writes of `take-over`, the request waits, and the same press finishes it.
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
  if (answer === 'take-over') {
    const taken = await takeOver(platform, key, decided.value, by)
    if (!taken.ok) return taken
  }
  return inOneBatch(platform.db, await answerRecordRequest(platform, key, given))
}

async function takeOver(
  platform: Platform,
  { personId, programmeId }: RequestKey,
  request: Pick<RecordRequest, 'field' | 'words'>,
  by: ByPerson,
): Promise<Result<unknown, Refusal>> {
  const change = await changeFor(platform, { personId, programmeId }, request)
  return change === null
    ? { ok: false, refusal: { reason: 'not-found' } }
    : changePerson(platform, personId, change, by, { programmeId })
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
