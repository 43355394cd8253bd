import type { LinkId, PersonId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { revokeLink } from '../../storage/record/own-keys.ts'

/** Somebody ends a link that he got by mail. */
export function endOwnLink(
  { db, now }: Platform,
  personId: PersonId,
  id: LinkId,
): Promise<Result<null, Refusal>> {
  return inOneBatch(db, [revokeLink(db, personId, id, now())])
}
