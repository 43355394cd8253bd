import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { RecordRequestKind } from '../../domain/record/request.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { deleteRecordRequest, putRecordRequest } from '../../storage/record/request.ts'

type OfWhom = { readonly programmeId: ProgrammeId; readonly personId: PersonId }

/** Somebody asks the managers of a programme for what he cannot do to his record himself. */
export async function askAboutRecord(
  platform: Platform,
  { programmeId, personId }: OfWhom,
  { kind, words }: { readonly kind: RecordRequestKind; readonly words: string | null },
): Promise<Result<null, Refusal>> {
  const request = { programmeId, personId, kind, words, at: platform.now() }
  return inOneBatch(platform.db, await putRecordRequest(platform, request))
}

/** He takes it back, or a manager has seen to it. */
export function endRecordRequest(
  { db }: Platform,
  { programmeId, personId }: OfWhom,
  kind: RecordRequestKind,
): Promise<Result<null, Refusal>> {
  return inOneBatch(db, [deleteRecordRequest(db, programmeId, personId, kind)])
}
