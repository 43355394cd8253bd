import { letterReaderOf } from '../../domain/letter/write.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import { instant } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { insertLetter } from '../../storage/letter/outbox.ts'
import { probeNow } from '../../storage/letter/sending.ts'
import { whyTooOften } from '../rate-limit.ts'

/** It goes before all that waits, and while our sending is stopped it is the letter that is tried. */
const BEFORE_ALL = instant(0)

/** A mail to whoever presses, to see whether mail goes out; the programme stands in the sender's name. */
export async function sendTestLetter(
  platform: Platform,
  person: Person,
  programme: Pick<Programme, 'id' | 'shortName'>,
): Promise<Result<null, Refusal>> {
  const { db, newId } = platform
  const now = platform.now()
  const tooOften = await whyTooOften(platform, 'test-mail', person.id)
  if (tooOften) return tooOften

  const id = newId('let')
  const sender = { managerName: person.name, managerEmail: person.email, programme: programme.shortName }
  const letter = {
    id,
    kind: 'test',
    reader: letterReaderOf(person),
    sender,
    madeAt: now,
    linkId: null,
  } as const
  return inOneBatch(db, [
    ...(await insertLetter(platform, {
      ...{ dedupeKey: `test:${id}`, letter, dueAt: BEFORE_ALL, programmes: [programme.id] },
    })),
    probeNow(db, now),
  ])
}
