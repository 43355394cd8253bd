import type { PersonId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import { decidePrivateNote } from '../../domain/session/private-note.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { putPrivateNote } from '../../storage/session/private-note.ts'

/** A mentor's note for himself; empty words delete it. No event says that there was one. */
export async function keepNote(
  platform: Platform,
  situation: SessionSituation,
  personId: PersonId,
  words: string,
): Promise<Result<null, Refusal>> {
  const decided = decidePrivateNote(situation, personId, words)
  if (!decided.ok) return decided
  const key = { sessionId: situation.session.id, personId }
  return inOneBatch(platform.db, await putPrivateNote(platform, key, decided.value))
}
