import type { PersonId } from '../../domain/ids.ts'
import { decideDigest, digestKey, digestWindow, isDigestTime } from '../../domain/session/digest.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { listFixedOfAssistant } from '../../storage/clock/digests.ts'
import { insertLetter, isWritten } from '../../storage/letter/outbox.ts'
import { findPerson } from '../../storage/people/person.ts'
import { findSessionSituation } from '../../storage/situation.ts'

/** The day before, one mail to an assistant about all her executives. True if it was written. */
export async function sendDigest(platform: Platform, assistantId: PersonId): Promise<boolean> {
  const { db } = platform
  const now = platform.now()
  const assistant = await findPerson(db, assistantId)
  if (!assistant || !isDigestTime(assistant, now) || (await isWritten(db, digestKey(assistant, now))))
    return false

  const ids = await listFixedOfAssistant(db, assistantId, digestWindow(assistant, now), now)
  const situations = await Promise.all(ids.map((id) => findSessionSituation(platform, id)))
  const outgoing = decideDigest(
    assistant,
    situations.flatMap((each) => each ?? []),
    now,
  )
  if (!outgoing) return false
  const written = await inOneBatch(db, [insertLetter(db, outgoing, now)])
  return written.ok
}
