import type { CorrectedField, RecordRequestKind, RequestKey } from '../../domain/record/request.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { deleteRecordRequest, putRecordRequest } from '../../storage/record/request.ts'

/** Somebody asks the managers of a programme for what he cannot do to his record himself. */
export async function askAboutRecord(
  platform: Platform,
  { programmeId, personId }: Pick<RequestKey, 'programmeId' | 'personId'>,
  asked: {
    readonly kind: RecordRequestKind
    readonly words: string | null
    readonly field: CorrectedField | null
  },
): Promise<Result<null, Refusal>> {
  const request = { programmeId, personId, ...asked, at: platform.now() }
  return inOneBatch(platform.db, await putRecordRequest(platform, request))
}

/** He takes it back. */
export function withdrawRequest({ db }: Platform, key: RequestKey): Promise<Result<null, Refusal>> {
  return inOneBatch(db, [deleteRecordRequest(db, key)])
}
