import type { PersonId } from '../../domain/ids.ts'
import {
  decideDigests,
  digestKey,
  digestWindow,
  isDigestTime,
  nextDigestAt,
} from '../../domain/session/digest.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { listFixedOfAssistant } from '../../storage/clock/digests.ts'
import { insertLetter, isWritten } from '../../storage/letter/outbox.ts'
import { findPerson } from '../../storage/people/person.ts'
import { findSessionSituation } from '../../storage/situation.ts'
import { type ClockAnswer, NOT_OWED } from '../clock/answer.ts'

/** The day before, one mail to an assistant about all her executives; then it is asked again on her next working day. */
export async function sendDigest(platform: Platform, assistantId: PersonId): Promise<ClockAnswer> {
  const { db } = platform
  const now = platform.now()
  const assistant = await findPerson(db, assistantId)
  if (!assistant) return NOT_OWED

  const at = nextDigestAt(assistant, now)
  if (!isDigestTime(assistant, now) || (await isWritten(db, digestKey(assistant, now))))
    return { kind: 'again', at, count: 0 }

  const ids = await listFixedOfAssistant(db, assistantId, digestWindow(assistant, now), now)
  const situations = await Promise.all(ids.map((id) => findSessionSituation(platform, id)))
  const digests = decideDigests(
    assistant,
    situations.flatMap((each) => each ?? []),
    now,
  )
  for (const outgoing of digests) await inOneBatch(db, await insertLetter(platform, outgoing))
  return { kind: 'again', at, count: digests.length }
}
