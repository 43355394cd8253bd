import type { KeyId, PersonId } from '../../domain/ids.ts'
import type { Key } from '../../domain/key/key.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { endKey, findKey } from '../../storage/key/key.ts'

/** Ends a key of one's own, at once; again, it stays ended as it was. */
export async function endOwnKey(
  { db, now }: Platform,
  id: KeyId,
  personId: PersonId,
): Promise<Result<Key, Refusal>> {
  const key = await findKey(db, id)
  if (key?.personId !== personId) return refuse({ reason: 'not-found' })
  const at = now()
  const written = await inOneBatch(db, [endKey(db, id, at)])
  return written.ok ? accept({ ...key, endedAt: key.endedAt ?? at }) : written
}
