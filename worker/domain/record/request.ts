import type { PersonId, ProgrammeId } from '../ids.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { Instant } from '../time/time.ts'

/** What somebody can ask a manager for: what he cannot do to his own record himself. */
export const RECORD_REQUESTS = ['correction', 'erasure'] as const
export type RecordRequestKind = (typeof RECORD_REQUESTS)[number]

/** What he can ask to have corrected: two fields that a manager takes over by a press, or anything else in words. */
export const CORRECTED_FIELDS = ['address', 'unit', 'other'] as const
export type CorrectedField = (typeof CORRECTED_FIELDS)[number]

/** One person can ask one thing of each kind in each programme. */
export type RequestKey = {
  readonly programmeId: ProgrammeId
  readonly personId: PersonId
  readonly kind: RecordRequestKind
}

export type RequestResult = 'done' | 'refused'

export type RecordRequest = {
  readonly kind: RecordRequestKind
  readonly at: Instant
  /** Of a correction: what it should say, or what is wrong. */
  readonly words: string | null
  readonly field: CorrectedField | null
  readonly answer: RequestResult | null
}

export type RequestAnswer = {
  readonly result: RequestResult
  readonly at: Instant
  readonly byId: PersonId
  /** Why it was refused. */
  readonly words: string | null
}

/** A request with its answer, for the batch that does what was asked. */
export type AnsweredRequest = { readonly key: RequestKey; readonly answer: RequestAnswer }

/** Whether the request still waits as it was read, and can be answered so: a refusal says why. */
export function decideAnswer<Request extends Pick<RecordRequest, 'at' | 'answer'>>(
  request: Request | null,
  { readAt, answer }: { readonly readAt: Instant; readonly answer: RequestAnswer },
): Result<Request, Refusal> {
  if (request === null) return refuse({ reason: 'not-found' })
  if (request.answer !== null || request.at !== readAt) return refuse({ reason: 'changed-meanwhile' })
  if (answer.result === 'refused' && answer.words === null) return refuse({ reason: 'reason-needed' })
  return accept(request)
}
